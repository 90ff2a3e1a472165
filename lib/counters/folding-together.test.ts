import { expect, test } from "vitest";
import { foldLock } from "../../db/functions/locks";
import { findDifference } from "../../db/recount";
import { acceptCase } from "../cases/accept";
import { registerCase } from "../cases/register";
import { actIn, placeTogether, requestAt } from "../cases/testing-together";

const place = placeTogether("folding");

test("a new case that is moved while others fold is counted once, whoever comes first", async () => {
  for (let round = 0; round < 12; round += 1) {
    const requests = Array.from({ length: 8 }, (_, i) => requestAt(place, i));
    await Promise.all(requests.map((request) => actIn(place, (ctx) => registerCase(ctx, request))));
    await Promise.all([
      ...requests.map(({ id }) => actIn(place, (ctx) => acceptCase(ctx, { id, version: 1 }))),
      ...[0, 4, 8, 16].map(async (milliseconds) => {
        await new Promise((go) => setTimeout(go, milliseconds + round));
        await place.owner`select fold_counts()`;
      }),
    ]);
    expect(await findDifference(place.owner)).toBeNull();
  }
});

test("a fold leaves a new case to who is moving it, and a move waits for the fold that has taken its case", async () => {
  const moved = requestAt(place, 0);
  await actIn(place, (ctx) => registerCase(ctx, moved));
  await actIn(place, async (ctx) => {
    await acceptCase(ctx, { id: moved.id, version: 1 });
    await place.owner`select fold_counts()`;
    expect(await findDifference(place.owner)).toBeNull();
  });
  expect(await findDifference(place.owner)).toBeNull();

  const taken = requestAt(place, 1);
  await actIn(place, (ctx) => registerCase(ctx, taken));
  let accepted: Promise<void> | undefined;
  await place.owner.begin(async (tx) => {
    await tx`select pg_advisory_xact_lock(${foldLock})`;
    await tx`select fold_counts()`;
    accepted = actIn(place, (ctx) => acceptCase(ctx, { id: taken.id, version: 1 }));
    await new Promise((go) => setTimeout(go, 200));
  });
  await accepted;
  expect(await findDifference(place.owner)).toBeNull();
  await place.owner`select fold_counts()`;
  expect(await findDifference(place.owner)).toBeNull();
});
