import { expect, test } from "vitest";
import { type CaseState, mayMove, moves, nextMoves, states } from "./model";

test("the straight path leads from registered to called back", () => {
  const path: CaseState[] = ["registered", "dispatched", "signed", "resolved", "closed", "called_back"];
  const steps = ["dispatch", "sign", "resolve", "close", "call-back"] as const;
  for (const [i, step] of steps.entries()) {
    const [from, to] = [path[i] ?? "closed", path[i + 1]];
    expect(mayMove(from, step)).toBe(true);
    expect(moves[step].to).toBe(to);
  }
});

test("nothing leaves the last state, and every other state has a way on", () => {
  for (const state of states) expect(nextMoves(state).length > 0, state).toBe(state !== "called_back");
});

test("a case can be taken out of the rates only while it is open", () => {
  expect(states.filter((state) => mayMove(state, "void"))).toEqual(["registered", "dispatched", "signed", "resolved"]);
});
