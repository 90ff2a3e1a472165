import { expect, test } from "vitest";
import { type CaseState, mayMove, moves, nextMoves, states } from "./model";

test("the straight path leads from registered to called back", () => {
  const path: CaseState[] = ["registered", "dispatched", "signed", "resolved", "closed", "called_back"];
  const steps = ["dispatch", "sign", "resolve", "close", "call-back"] as const;
  for (const [i, step] of steps.entries()) {
    const [from, to] = [path[i] ?? "closed", path[i + 1]];
    expect(mayMove(from, step)).toBe(true);
    expect(moves[step].to).toEqual([to]);
  }
});

test("every state has a way on, and from the last one only a reopening leads back", () => {
  for (const state of states) expect(nextMoves(state).length, state).toBeGreaterThan(0);
  expect(nextMoves("called_back")).toEqual(["reopen", "link"]);
});

test("a case can be taken out of the rates only while it is open", () => {
  expect(states.filter((state) => mayMove(state, "void"))).toEqual([
    "registered",
    "accepted",
    "dispatched",
    "signed",
    "resolved",
    "checked",
  ]);
});
