import { expect, test } from "vitest";
import { findDifference } from "../../db/recount";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { closeCase } from "./close";
import { contactCase } from "./contact";
import { registerCase } from "./register";
import { actIn, placeTogether, pressAtOnce, requestAt } from "./testing-together";

const place = placeTogether("moves");
const act = (work: (ctx: Context) => Promise<void>) => actIn(place, work);
const request = (index: number) => requestAt(place, index);
const close = (id: string, version: number) => (ctx: Context) =>
  closeCase(ctx, { id, version, reason: "explained", publicReply: "已当面说明" });

/** Sixteen at a time, none of whom may hear of a deadlock. */
async function atOnce(works: (() => Promise<void>)[]): Promise<void> {
  const queue = [...works];
  const worker = async () => {
    for (let work = queue.shift(); work; work = queue.shift()) await work();
  };
  const outcomes = await Promise.allSettled(Array.from({ length: 16 }, worker));
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
}

test("sixteen who register, contact and close at once leave every count right and no deadlock", async () => {
  const requests = Array.from({ length: 96 }, (_, index) => request(index));
  await atOnce(requests.map((input) => () => act((ctx) => registerCase(ctx, input))));
  const mixed = requests.flatMap(({ id }, index) => [
    () => act((ctx) => contactCase(ctx, { id, version: 1 })).then(() => act(close(id, 2))),
    ...(index % 2 === 0 ? [() => act((ctx) => registerCase(ctx, request(index)))] : []),
  ]);
  await atOnce(mixed);
  const [counted] = await place.owner`
    select sum(received)::int as received, sum(contacted)::int as contacted, sum(reason_explained)::int as closed from area_days where area_id = ${place.ids[0] ?? ""}`;
  expect(counted).toEqual({ received: 144, contacted: 96, closed: 96 });
  expect(await findDifference(place.owner)).toBeNull();
}, 60_000);

test("of two who close the same case at once one wins and the other is told", async () => {
  const input = request(0);
  await act((ctx) => registerCase(ctx, input));
  const outcomes = await pressAtOnce(place, input.id, [
    [() => act(close(input.id, 1)), () => act(close(input.id, 1))],
    2,
  ]);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const lost = outcomes.find((outcome) => outcome.status === "rejected");
  expect(lost?.reason).toBeInstanceOf(Refusal);
  expect(lost?.reason).toMatchObject({ code: "conflict", reason: "case.moved" });
});
