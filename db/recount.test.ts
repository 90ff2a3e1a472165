import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { databaseUrl } from "../lib/env";
import { openOwner } from "./migrate";
import { findDifference, holdCounts, repairCounts } from "./recount";

test("a count that was tampered with is named, repaired, and clean again", async () => {
  const owner = openOwner(databaseUrl("owner"));
  const done = Symbol("rolled back");
  const run = owner.begin(async (tx) => {
    const [street, grid, request] = [uuidv7(), uuidv7(), uuidv7()];
    const at = 1_900_000_000;
    await tx.unsafe(holdCounts);
    await tx`insert into areas (id, level, name, plain_name, pos, last) values (${street}, 'street', '试街道', '试', ${at}, ${at + 99})`;
    await tx`insert into areas (id, parent_id, level, name, plain_name, pos, last) values (${grid}, ${street}, 'grid', '试网格', '试网格', ${at + 8}, ${at + 15})`;
    await tx`select note_ancestors(${at}, ${at + 99})`;
    await tx`insert into cases (id, area_id, area_pos, title, channel, registered_at) values (${request}, ${grid}, ${at + 8}, '灯不亮', 'phone', '2026-11-23T02:00:00Z')`;
    await tx`select count_case(null, ${request}), fill_ground()`;
    // Inside a transaction there is no other to begin: the same one serves.
    const within = Object.assign(tx, {
      begin: (work: (inner: typeof tx) => Promise<void>) => work(tx),
    }) as unknown as typeof owner;
    expect(await findDifference(within)).toBeNull();

    await tx`select fold_counts()`;
    await tx`update day_sums set received = received + 1 where area_id = ${street}`;
    expect(await findDifference(within)).toMatchObject({
      table: "area_days",
      area: "试街道",
      day: "2026-11-23",
      key: "received",
      counted: 1,
      stored: 2,
    });
    await repairCounts(within);
    expect(await findDifference(within)).toBeNull();

    await tx`update ground_days set area_m2 = area_m2 + 1e-12 where area_id = ${street}`;
    expect(await findDifference(within)).toBeNull();
    await tx`update ground_days set grids = grids + 1 where area_id = ${street}`;
    expect(await findDifference(within)).toMatchObject({
      table: "ground_days",
      area: "试街道",
      key: "grids",
      counted: 1,
      stored: 2,
    });
    await tx`select fill_ground()`;
    await tx`insert into mix_sums (area_id, area_pos, dimension, day, key, n) values (${street}, ${at}, 'category', '2026-11-23', '0101', 3)`;
    expect(await findDifference(within)).toMatchObject({
      table: "mix_days",
      key: "category:0101",
      counted: 0,
      stored: 3,
    });
    throw done;
  });
  await run.catch((error: unknown) => {
    if (error !== done) throw error;
  });
  await owner.end({ timeout: 5 });
});
