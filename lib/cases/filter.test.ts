import { expect, test } from "vitest";
import { caseFilter, usualStep } from "./filter";

test("a list of what waits to be closed is closed in one go where no step is named, any other is dispatched", () => {
  const stepOf = (asked: Record<string, string>) => usualStep(caseFilter.parse(asked));
  expect(stepOf({ state: "resolved" })).toBe("close");
  expect(stepOf({ state: "checked" })).toBe("close");
  expect(stepOf({ queue: "to-close" })).toBe("close");
  expect(stepOf({ ready: "accept", state: "resolved" })).toBe("accept");
  expect(stepOf({ state: "registered" })).toBe("dispatch");
  expect(stepOf({})).toBe("dispatch");
});
