import { expect, test } from "vitest";
import { again } from "./again";

const failing = (code: string, times: number) => {
  const calls = { n: 0 };
  const work = async () => {
    calls.n += 1;
    if (calls.n <= times) throw Object.assign(new Error("taken back"), { code });
    return calls.n;
  };
  return { calls, work };
};

test("what was taken back for the sake of others is tried again until it holds", async () => {
  expect(await again(failing("40P01", 3).work)).toBe(4);
  expect(await again(failing("40001", 1).work)).toBe(2);
});

test("it is not tried for ever, and not for other reasons", async () => {
  const stubborn = failing("40001", 9);
  await expect(again(stubborn.work)).rejects.toThrow("taken back");
  expect(stubborn.calls.n).toBe(4);
  const refused = failing("23505", 1);
  await expect(again(refused.work)).rejects.toThrow("taken back");
  expect(refused.calls.n).toBe(1);
});
