import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { randomFrom } from "../../db/seed/random";
import { getArea } from "../areas/queries";
import { countCases } from "../cases/queries";
import { parsePeriod } from "../periods/period";
import { aCase, areaId, as, inRollback, type World } from "../testing";
import { listFigures } from "./breakdown";
import type { BoardView, Figure } from "./model";
import { getBoard } from "./queries";

const at = (text: string) => new Date(`${text}+08:00`);

async function someCases(world: World): Promise<void> {
  const due = at("2026-11-10T09:00");
  const registeredAt = at("2026-11-04T09:00");
  const given = { registeredAt, closeDueAt: due, contactDueAt: due, dispatchDueAt: due };
  await aCase(world, "甲一1网格", {
    ...given,
    state: "closed",
    closedAt: at("2026-11-09T09:00"),
    closeReason: "solved",
  });
  await aCase(world, "甲一1网格", { ...given, state: "closed", closedAt: at("2026-11-12T09:00"), channel: "visit" });
  await aCase(world, "甲二1网格", given);
  await aCase(world, "甲二2网格", {
    ...given,
    closeDueAt: at("2026-11-23T18:00"),
    contactedAt: at("2026-11-05T09:00"),
  });
  await aCase(world, "甲街道", { ...given, validity: "duplicate", voidedAt: at("2026-11-05T09:00") });
  await aCase(world, "乙一社区", { registeredAt, contactedAt: at("2026-11-04T11:30"), categoryCode: "0202" });
}

const plain = ({ key, state, value, numerator, denominator, excluded, interval }: Figure) =>
  [key, { state, value, numerator, denominator, excluded, interval }] as const;
const shownOn = ({ base, listen, connect, serve }: BoardView) => [...base, ...listen, ...connect, ...serve].map(plain);

test.each(["试城", "甲街道", "甲一社区", "甲二2网格"])("the command line says of %s what its board shows", (name) =>
  inRollback(async (world) => {
    await someCases(world);
    const ctx = as(world, "official", "试城");
    const area = await getArea(ctx, areaId(world, name));
    for (const written of ["2026-11", "2026Q4", "2026-11-05..2026-11-23"]) {
      const period = parsePeriod(written, null);
      if (!period) throw new Error(written);
      const board = await getBoard(ctx, area, period, "day");
      const [whole] = await listFigures(ctx, area, period, null);
      const said = new Map((whole?.figures ?? []).map((figure) => [figure.key, plain(figure)]));
      for (const shown of shownOn(board)) expect([written, shown]).toEqual([written, said.get(shown[0])]);
      expect(shownOn(board).length).toBeGreaterThan(20);
      const balance = { ...board.balance };
      for (const key of ["opening", "carried"] as const)
        expect(whole?.figures.find((figure) => figure.key === key)?.value).toBe(balance[key]);
    }
  }),
);

test("the parts by child, with what is not placed, add up to the whole and are those of the board", () =>
  inRollback(async (world) => {
    await someCases(world);
    const ctx = as(world, "official", "试城");
    const area = await getArea(ctx, areaId(world, "甲街道"));
    const period = parsePeriod("2026-11", null);
    if (!period) throw new Error("no period");
    const board = await getBoard(ctx, area, period, "day");
    const [whole, ...parts] = await listFigures(ctx, area, period, "child");
    const count = (figures: Figure[] | undefined, key: string) => figures?.find((figure) => figure.key === key);
    expect(parts.map(({ name }) => name)).toEqual(["甲一社区", "甲二社区", "unplaced"]);
    const received = parts.map(({ figures }) => count(figures, "received")?.value ?? 0);
    expect(received).toEqual([2, 2, 1]);
    expect(count(whole?.figures, "received")?.value).toBe(5);
    expect(board.children.unplaced).toBe(1);
    const rows = [...board.children.ranked, ...board.children.tooFew, ...board.children.nothing];
    for (const row of rows) {
      const part = parts.find(({ key }) => key === row.areaId);
      expect(plain(row.onTime)).toEqual(plain(count(part?.figures, "closed_on_time") ?? row.onTime));
    }
    expect(count(parts[2]?.figures, "closed_on_time")).toMatchObject({ denominator: 0, excluded: { duplicate: 1 } });
  }));

test("by category, by channel and by day the parts of a count add up as well", () =>
  inRollback(async (world) => {
    await someCases(world);
    const ctx = as(world, "official", "试城");
    const area = await getArea(ctx, areaId(world, "试城"));
    for (const by of ["category", "channel", "day", "month"] as const) {
      const [whole, ...parts] = await listFigures(ctx, area, { from: "2026-11-01", to: "2026-11-30" }, by);
      for (const key of ["received", "closed_on_time"] as const) {
        const sum = (figure: Figure | undefined) => (key === "received" ? figure?.value : figure?.denominator) ?? 0;
        const of = (figures: Figure[]) => sum(figures.find((figure) => figure.key === key));
        expect([by, key, parts.reduce((total, part) => total + of(part.figures), 0)]).toEqual([
          by,
          key,
          of(whole?.figures ?? []),
        ]);
      }
    }
  }));

async function manyCases(world: World): Promise<void> {
  const random = randomFrom("again");
  for (let nth = 0; nth < 120; nth += 1) {
    const registeredAt = new Date(at("2026-08-01T09:00").getTime() + nth * 0.8 * 86_400_000);
    const isClosed = random.chance(0.7);
    await aCase(world, random.pick(["甲一1网格", "乙一社区", "甲街道"]), {
      registeredAt,
      place: random.pick(["3幢", "3 幢", "5幢", "", null]),
      categoryCode: random.pick(["0602", "0605", null]),
      validity: random.pick(["valid", "valid", "valid", "invalid"]),
      reworkCount: random.pick([0, 0, 1]),
      reopenedCount: random.pick([0, 0, 0, 1]),
      ...(isClosed ? { state: "closed", closedAt: new Date(registeredAt.getTime() + 86_400_000) } : {}),
    });
  }
}

test("asked again and closed first time are what plain SQL over the requests says, and open to exactly those", () =>
  inRollback(async (world) => {
    await manyCases(world);
    const ctx = as(world, "official", "试城");
    const area = await getArea(ctx, areaId(world, "试城"));
    const [from, to] = ["2026-08-20", "2026-10-31"];
    const within = (column: string) => sql.raw(`local_day(${column}) between '${from}' and '${to}'`);
    const [plainly] = await ctx.db.execute<{ again: number; compared: number; first: number; closed: number }>(sql`
      with told as (select * from cases where validity = 'valid' and placed and place <> '' and category_code is not null),
      earlier as (select distinct h.id from told h join told e on e.registered_at < h.registered_at and h.registered_at - e.registered_at <= '30 days'
        and (e.area_id, e.category_code, replace(e.place, ' ', '')) = (h.area_id, h.category_code, replace(h.place, ' ', ''))),
      ended as (select * from cases where validity = 'valid' and ${within("closed_at")})
      select (select count(*)::int from told where ${within("registered_at")}) as compared,
        (select count(*)::int from told where ${within("registered_at")} and id in (select id from earlier)) as again,
        (select count(*)::int from ended) as closed,
        (select count(*)::int from ended where rework_count = 0 and reopened_count = 0) as first`);
    if (!plainly) throw new Error("no answer");
    const parts = {
      repeated: { of: plainly.again, in: plainly.compared },
      finished_first: { of: plainly.first, in: plainly.closed },
    };
    const [whole] = await listFigures(ctx, area, { from, to }, null);
    for (const [figure, expected] of Object.entries(parts)) {
      const opened = (part: "of" | "in") => countCases(ctx, area, { figure, part, from, to });
      expect(expected.of, figure).toBeGreaterThan(3);
      expect({ of: (await opened("of")).n, in: (await opened("in")).n }).toEqual(expected);
      expect(whole?.figures.find(({ key }) => key === figure)).toMatchObject({
        numerator: expected.of,
        denominator: expected.in,
      });
    }
  }));
