import { expect, test } from "vitest";
import { answersEach, makeThrottle } from "./throttle";

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 23) + minutes * 60_000);

test("of 10,000 sendings from one place as many as allowed go through, and nobody else is held up", () => {
  const admit = makeThrottle();
  const through = Array.from({ length: 10_000 }, (_, n) => admit("192.0.2.1", "open", at(n / 400))).filter(Boolean);
  expect(through).toHaveLength(answersEach.open);
  for (let n = 2; n < 200; n += 1) expect(admit(`192.0.2.${n}`, "open", at(25))).toBe(true);
  expect(admit("192.0.2.1", "drawn", at(25))).toBe(true);
  expect(admit("192.0.2.1", "open", at(59))).toBe(false);
  expect(admit("192.0.2.1", "open", at(60))).toBe(true);
});

test("a flood of places is forgotten from its beginning and shuts nobody out", () => {
  const admit = makeThrottle();
  for (let n = 0; n < 100_500; n += 1) admit(`place ${n}`, "open", at(0));
  expect(admit("somebody", "open", at(1))).toBe(true);
});
