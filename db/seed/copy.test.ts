import { expect, test } from "vitest";
import { databaseUrl } from "../../lib/env";
import { openOwner } from "../migrate";
import { copy } from "./copy";

test("a row that the server refuses ends the copy with its reason, however many were still to be sent", async () => {
  const owner = openOwner(databaseUrl("owner"));
  let made = 0;
  function* rows() {
    for (; made < 2_000_000; made += 1) yield [made === 0 ? "no number" : made];
  }
  const copied = owner.begin(async (tx) => {
    await tx`create temp table numbers (n int) on commit drop`;
    await copy(tx, "numbers", ["n"], rows());
  });
  await expect(copied).rejects.toThrow("no number");
  expect(made).toBeLessThan(2_000_000);
  await owner.end();
});
