import { expect, test } from "vitest";
import { leftOutOf } from "./left-out";

test("what left the rates is told by reason, as a share of all that would have been reckoned", () => {
  const { n, of, share, reasons } = leftOutOf({
    denominator: 90,
    excluded: { duplicate: 6, withdrawn: 4, no_limit: 50, not_due: 7 },
  });
  expect([n, of, share]).toEqual([10, 100, 0.1]);
  expect(reasons).toEqual([
    { why: "duplicate", n: 6, share: 0.06 },
    { why: "invalid", n: 0, share: 0 },
    { why: "out_of_scope", n: 0, share: 0 },
    { why: "withdrawn", n: 4, share: 0.04 },
  ]);
  expect(leftOutOf({ denominator: null, excluded: {} }).share).toBeNull();
});
