import { expect, test } from "vitest";
import { env } from "../../env";
import { digestOf } from "./digest";

test("a sheet is known again under the key that the database does not hold, and under no other", () => {
  const sheet = [["社区", "q1"], [["甲一社区", "5"]]];
  const before = env.CONTACT_KEY;
  expect(digestOf(sheet)).toBe(digestOf(sheet));
  const known = digestOf(sheet);
  env.CONTACT_KEY = `${before}x`;
  expect(digestOf(sheet)).not.toBe(known);
  env.CONTACT_KEY = undefined;
  expect(() => digestOf(sheet)).toThrow();
  env.CONTACT_KEY = before;
});
