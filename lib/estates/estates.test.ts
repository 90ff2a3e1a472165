import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { areaId, as, inRollback, unitOf, type World } from "../testing";
import { addUnit } from "../units/units";
import { addEstate, addPlace, endPlace, renameEstate } from "./estates";
import { endParty, setParty } from "./parties";
import { findEstate, listEstates, listPartiesOf, listPlacesOf } from "./queries";
import { anEstate, handlerOf } from "./testing";

const staffOf = (world: World, where = "甲一社区") => as(world, "staff", where);

test("an estate with its places and parties is set up and changed, and each step leaves its event", () =>
  inRollback(async (world) => {
    const { estateId, property } = await anEstate(world);
    const ctx = staffOf(world);
    await renameEstate(ctx, { estateId, name: "甲苑一期" });
    await endPlace(ctx, { estateId, placeId: areaId(world, "甲一1网格") });
    await addPlace(ctx, { estateId, placeId: areaId(world, "甲一1网格") });
    expect((await findEstate(ctx, estateId))?.name).toBe("甲苑一期");
    expect((await listPlacesOf(ctx, estateId)).map(({ name }) => name)).toEqual(["甲一1网格"]);

    const street = as(world, "official", "甲街道");
    const next = await addUnit(street, { areaId: areaId(world, "甲一社区"), name: "新物业", kind: "property" });
    await setParty(ctx, { estateId, role: "property", unitId: next, startsOn: "2026-11-20" });
    const companies = (await listPartiesOf(ctx, estateId)).filter(({ role }) => role === "property");
    expect(companies.map(({ unitId, startsOn, endsOn }) => [unitId, startsOn, endsOn])).toEqual([
      [next, "2026-11-20", null],
      [property, "2026-01-01", "2026-11-19"],
    ]);
    await endParty(ctx, { estateId, role: "property", endsOn: "2026-11-22" });
    const events = await world.owner.execute(
      sql`select action from events where subject = 'estate' and subject_id = ${estateId} order by id`,
    );
    expect(events.map(({ action }) => String(action).replace("estate.", ""))).toEqual([
      "added",
      "placeAdded",
      "partySet",
      "partySet",
      "renamed",
      "placeEnded",
      "placeAdded",
      "partySet",
      "partyEnded",
    ]);
  }));

test("only those who keep the ledger set it up", () =>
  inRollback(async (world) => {
    const { estateId, property } = await anEstate(world);
    const company = handlerOf(world, property);
    for (const ctx of [as(world, "leader", "甲街道"), company]) {
      await expect(renameEstate(ctx, { estateId, name: "别名" })).rejects.toMatchObject({ code: "forbidden" });
      await expect(endParty(ctx, { estateId, role: "owners", endsOn: "2026-11-22" })).rejects.toMatchObject({
        code: "forbidden",
      });
    }
    const given = { areaId: areaId(world, "甲一社区"), name: "乙苑" };
    await expect(addEstate(as(world, "officer", "甲街道"), given)).rejects.toMatchObject({ code: "forbidden" });
  }));

test("elsewhere it does not exist, and a company finds only the estates it is a party to", () =>
  inRollback(async (world) => {
    const { estateId, property, owners } = await anEstate(world);
    const other = await addEstate(staffOf(world), { areaId: areaId(world, "甲一社区"), name: "丙苑" });
    for (const where of ["甲二社区", "乙街道"]) {
      expect(await findEstate(staffOf(world, where), estateId)).toBeNull();
      await expect(renameEstate(staffOf(world, where), { estateId, name: "别名" })).rejects.toMatchObject({
        code: "not-found",
      });
    }
    for (const unit of [property, owners]) {
      const party = handlerOf(world, unit);
      const { rows } = await listEstates(party, party.actor, {});
      expect(rows.map(({ id }) => id)).toEqual([estateId]);
      expect(rows[0]?.parties.map(({ role }) => role).sort()).toEqual(["owners", "property"]);
      expect(await findEstate(party, other)).toBeNull();
    }
    const stranger = handlerOf(world, unitOf(world, "甲二社区").id);
    expect((await listEstates(stranger, stranger.actor, {})).rows).toEqual([]);
  }));

test("a company that has left sees the ledger no more", () =>
  inRollback(async (world) => {
    const { estateId, property } = await anEstate(world);
    await endParty(staffOf(world), { estateId, role: "property", endsOn: "2026-02-01" });
    expect(await findEstate(handlerOf(world, property), estateId)).toBeNull();
  }));

test("what does not fit is a conflict or names its field", () =>
  inRollback(async (world) => {
    const { estateId, property, owners } = await anEstate(world);
    const ctx = staffOf(world);
    const party = { estateId, startsOn: "2026-11-01" };
    const refused = async (work: () => Promise<unknown>) => {
      const error = await world.attempt(work);
      return error && typeof error === "object" && "reason" in error ? error.reason : error;
    };
    expect(await refused(() => addPlace(ctx, { estateId, placeId: areaId(world, "甲一1网格") }))).toBe(
      "estate.placeTwice",
    );
    expect(await refused(() => endPlace(ctx, { estateId, placeId: areaId(world, "甲一2网格") }))).toBe(
      "estate.placeMissing",
    );
    expect(
      await refused(() => addPlace(as(world, "official", "甲街道"), { estateId, placeId: areaId(world, "甲二1网格") })),
    ).toBe("estate.placeOutside");
    expect(await refused(() => setParty(ctx, { ...party, role: "property", unitId: owners }))).toBe("estate.unitKind");
    expect(await refused(() => setParty(ctx, { ...party, role: "property", unitId: property }))).toBe(
      "estate.partyTwice",
    );
    expect(await refused(() => endParty(ctx, { estateId, role: "residents", endsOn: "2026-11-01" }))).toBe(
      "estate.partyNone",
    );
    expect(await refused(() => addEstate(ctx, { areaId: areaId(world, "甲一社区"), name: "甲苑" }))).toBe(
      "estate.nameTaken",
    );
    expect(await refused(() => addEstate(ctx, { areaId: areaId(world, "甲一1网格"), name: "丁苑" }))).toBe(
      "estate.level",
    );
  }));
