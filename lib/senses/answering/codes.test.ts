import { expect, test } from "vitest";
import { drawCode, printCode, readCode } from "./codes";

test("a code is read as it was meant, however it was typed", () => {
  const code = drawCode(20, (below) => below - 1);
  expect(code).toBe("Z".repeat(20));
  expect(readCode(printCode("0123456789ABCDEFGHJK"))).toBe("0123456789ABCDEFGHJK");
  expect(readCode(" o1il-ab ｃd ")).toBe("0111ABCD");
});
