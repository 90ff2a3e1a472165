import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { settings } from "../../db/schema/accounts";
import { events } from "../../db/schema/cases";
import { caseContacts } from "../../db/schema/contacts";
import { registerInput } from "../cases/input";
import { registerCase } from "../cases/register";
import { caseIn } from "../cases/testing";
import { areaId, as, inRollback, type World } from "../testing";
import { giveContact } from "./give";
import { giveInput } from "./input";
import { findContact, reportRetention } from "./queries";
import { revealContact } from "./reveal";
import { seal, unseal } from "./seal";

const canary = { name: "金丝雀女士", phone: "0512 9090 1331" };
const given = { contactName: canary.name, contactPhone: canary.phone };
const official = (world: World) => as(world, "official", "甲街道");

async function withContact(world: World, state: "signed" | "registered" = "signed") {
  const { id } = await caseIn(world, state);
  await giveContact(official(world), { id, ...given });
  return id;
}

/** Every row of every table as text, as the owner reads it. */
async function wholeDatabase(world: World): Promise<string> {
  const tables = await world.owner.execute<{ name: string }>(
    sql`select tablename as name from pg_tables where schemaname = 'public'`,
  );
  const texts: string[] = [];
  for (const { name } of tables)
    for (const row of await world.owner.execute<{ row: string }>(sql.raw(`select t::text as row from "${name}" t`)))
      texts.push(row.row);
  return texts.join("\n");
}

test("a contact given is sealed, shown for a reason, and leaves an event for each", () =>
  inRollback(async (world) => {
    const id = await withContact(world);
    const shown = await revealContact(official(world), { id, reason: "call-back", note: "回访" });
    expect(shown).toEqual(canary);
    const trace = await world.owner
      .select()
      .from(events)
      .where(sql`subject_id = ${id} and action like 'case.contact-%'`);
    expect(trace.map(({ action }) => action).sort()).toEqual(["case.contact-given", "case.contact-revealed"]);
    expect(trace.find(({ action }) => action === "case.contact-revealed")?.detail).toEqual({
      purpose: "call-back",
      note: "回访",
    });
  }));

test("no table holds what a contact says, whichever way it came in", () =>
  inRollback(async (world) => {
    const id = await withContact(world);
    await revealContact(official(world), { id, reason: "visit" });
    const input = registerInput.parse({
      id: "01935b7a-0000-7000-8000-000000000133",
      areaId: areaId(world, "甲一1网格"),
      title: "路灯不亮",
      channel: "phone",
      requestType: "help",
      ...given,
    });
    await registerCase(official(world), input);
    await registerCase(official(world), input);
    expect(await revealContact(official(world), { id: input.id, reason: "visit" })).toEqual(canary);
    const all = await wholeDatabase(world);
    expect(all).toContain(id);
    for (const word of [canary.name, canary.phone, "90901331"]) expect(all).not.toContain(word);
  }));

test("the same contact of two cases has nothing in common", () =>
  inRollback(async (world) => {
    const ids = [await withContact(world), await withContact(world)];
    const rows = await world.owner.select().from(caseContacts).where(sql`case_id in ${ids}`);
    const [a = "", b = ""] = rows.map(({ sealed }) => sealed ?? "");
    expect(a.length).toBe(b.length);
    expect(a).not.toBe(b);
    expect(() => unseal(ids[0] ?? "", seal(ids[1] ?? "", canary))).toThrow("contact.unreadable");
  }));

test("a leader neither gives nor looks at a contact", () =>
  inRollback(async (world) => {
    const id = await withContact(world);
    const leader = as(world, "leader", "甲街道");
    await expect(giveContact(leader, { id, ...given })).rejects.toThrow("access.forbidden");
    await expect(revealContact(leader, { id, reason: "visit" })).rejects.toThrow("access.forbidden");
  }));

test("of a case outside the area there is no contact to be found", () =>
  inRollback(async (world) => {
    const id = await withContact(world);
    const outside = as(world, "official", "乙街道");
    await expect(giveContact(outside, { id, ...given })).rejects.toThrow("case.missing");
    await expect(revealContact(outside, { id, reason: "visit" })).rejects.toThrow("case.missing");
  }));

test("a closed case takes no contact, and one without a contact shows none", () =>
  inRollback(async (world) => {
    const closed = await caseIn(world, "closed");
    await expect(giveContact(official(world), { id: closed.id, ...given })).rejects.toThrow("contact.closed");
    await expect(revealContact(official(world), { id: closed.id, reason: "visit" })).rejects.toThrow("contact.none");
  }));

test("who has looked at as many as the day allows is refused, and a refusal leaves no event", () =>
  inRollback(async (world) => {
    const id = await withContact(world);
    await world.owner.insert(settings).values({ key: "revealsADay", value: 2 });
    const look = () => revealContact(official(world), { id, reason: "visit" });
    await look();
    await look();
    await expect(look()).rejects.toThrow("contact.spent");
    expect(await revealContact(as(world, "staff", "甲一社区"), { id, reason: "visit" })).toEqual(canary);
    const [n] = await world.owner.execute<{ n: number }>(
      sql`select count(*)::int as n from events where subject_id = ${id} and action = 'case.contact-revealed'`,
    );
    expect(n?.n).toBe(3);
  }));

test("a contact is erased when its case was closed long enough ago, and not before; the statistics stay as they were", () =>
  inRollback(async (world) => {
    const [old, fresh, open] = [await withContact(world), await withContact(world), await withContact(world)];
    const close = (id: string, days: number) =>
      world.owner.execute(
        sql`update cases set registered_at = now() - interval '999 days', contacted_at = null, dispatched_at = null, closed_at = now() - ${days} * interval '1 day', state = 'closed', close_reason = 'solved' where id = ${id}`,
      );
    await close(old, 181);
    await close(fresh, 179);
    const statistics = async () => [
      await world.owner.execute(sql`select * from cases where id in ${[old, fresh, open]} order by id`),
      await world.owner.execute(sql`
        select * from area_days where area_pos between ${official(world).actor.pos} and ${official(world).actor.last} order by area_id, day`),
    ];
    const before = await statistics();
    const [erased] = await world.owner.execute<{ n: number }>(sql`select erase_contacts() as n`);
    expect(erased?.n).toBe(1);
    expect(await statistics()).toEqual(before);
    await expect(revealContact(official(world), { id: old, reason: "visit" })).rejects.toThrow("contact.erased");
    for (const id of [fresh, open])
      expect(await revealContact(official(world), { id, reason: "visit" })).toEqual(canary);
  }));

test("who sets how long contacts are kept is told how many are, when the next is due, and how many were erased", () =>
  inRollback(async (world) => {
    const [old] = [await withContact(world), await withContact(world)];
    await world.owner.execute(
      sql`update cases set registered_at = now() - interval '999 days', contacted_at = null, dispatched_at = null, closed_at = now() - interval '181 days', state = 'closed', close_reason = 'solved' where id = ${old}`,
    );
    await world.owner.execute(sql`select erase_contacts()`);
    const told = (area: string) => reportRetention(as(world, "sysadmin", area));
    expect(await told("甲街道")).toMatchObject({ kept: 1, nextAt: null, erased: 1, lately: 1 });
    expect(await told("乙街道")).toMatchObject({ kept: 0, erased: 0, lastAt: null });
    await expect(reportRetention(official(world))).rejects.toThrow("access.forbidden");
  }));

test("a telephone number is read as people write it, and nothing else is one", () => {
  const read = (contactPhone: string) =>
    giveInput.safeParse({ id: "01935b7a-0000-7000-8000-000000000133", contactPhone });
  for (const phone of [
    "13812345678",
    "０５１２－６６８８００００",
    "+86 512-6688 0000",
    "(0512) 66880000 转 12",
    "12345",
  ])
    expect(read(phone).success, phone).toBe(true);
  for (const phone of [
    "",
    "没有",
    "1234",
    "1 or 1=1",
    "138<script>",
    "1".repeat(60),
    "12345678901",
    "1380013800",
    "+86 138 0013 80001",
  ])
    expect(read(phone).success, phone).toBe(false);
});

test("a property company that works on the case neither sees that there is a contact nor gives or reveals one", () =>
  inRollback(async (world) => {
    const id = await withContact(world);
    const company = as(world, "handler", "甲一社区");
    expect(await findContact(company, id)).toBeNull();
    await expect(revealContact(company, { id, reason: "visit" })).rejects.toThrow("contact.notForUnit");
    await expect(giveContact(company, { id, ...given })).rejects.toThrow("contact.notForUnit");
    expect(await company.db.execute(sql`select 1 from case_contacts`)).toHaveLength(0);
  }));
