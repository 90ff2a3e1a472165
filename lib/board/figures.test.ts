import { describe, expect, test } from "vitest";
import { caseCounters, dayCounters, visitCounters } from "../counters/model";
import { addEdge, addRow, emptyTally } from "./assemble";
import { countersBehind, definitionOf, definitions, isOpened } from "./definitions";
import { caseFigures, groundFigures } from "./figures";
import { figureKeys } from "./model";
import { noGround } from "./questions";
import { noPromises } from "./tally";

function tallyOf(counts: Record<string, number>) {
  return addRow(emptyTally(), { key: "now", ...counts });
}

function figure(counts: Record<string, number>, key: string) {
  const found = caseFigures(tallyOf(counts), 0.9).find((candidate) => candidate.key === key);
  if (!found) throw new Error(`no figure ${key}`);
  return found;
}

describe("figures of cases", () => {
  test("nothing due is no data, never 0 % or 100 %", () => {
    for (const empty of caseFigures(emptyTally(), 0.9)) {
      if (empty.kind === "rate")
        expect(empty).toMatchObject({ state: "none", value: null, denominator: 0, interval: null });
    }
  });

  test("an open case past its limit counts as late, one within it is excluded as not yet due", () => {
    const tally = tallyOf({ closed_on_time: 6, closed_late: 1, close_open: 5, close_open_from_today: 3 });
    addEdge(tally, [{ clock: "close", areaPos: 7, n: 1 }], { pos: 5, last: 9 });
    addEdge(tally, [{ clock: "close", areaPos: 70, n: 1 }], { pos: 5, last: 9 });
    const onTime = caseFigures(tally, 0.9).find(({ key }) => key === "closed_on_time");
    expect(onTime).toMatchObject({ numerator: 6, denominator: 10, value: 0.6, excluded: { not_due: 2 } });
  });

  test("what has no limit or is not valid is in no on-time rate, and the reasons are counted apart", () => {
    const onTime = figure(
      { closed_on_time: 3, close_no_limit: 4, close_duplicate: 2, close_deferred: 1 },
      "closed_on_time",
    );
    expect(onTime).toMatchObject({ denominator: 3, excluded: { no_limit: 4, duplicate: 2, deferred: 1, invalid: 0 } });
  });

  test("basic satisfaction counts at its credit and never lifts the rate above one", () => {
    const counts = { callback_reached: 10, satisfaction_5: 4, satisfaction_4: 3, satisfaction_3: 2 };
    expect(figure(counts, "satisfied").value).toBeCloseTo(0.88, 12);
    expect(figure({ callback_reached: 5, satisfaction_3: 5 }, "satisfied").value).toBeCloseTo(0.9, 12);
  });

  test("unreachable and declined callbacks are outside the three rates and shown", () => {
    const counts = { callback_reached: 4, callback_solved: 3, callback_unreachable: 5, callback_declined: 1 };
    expect(figure(counts, "solved")).toMatchObject({ value: 0.75, excluded: { unreachable: 5, declined: 1 } });
  });

  test("opening and new are finished and carried together", () => {
    const tally = { ...tallyOf({ received: 30, finished: 25 }), opening: 12 };
    const value = (key: string) =>
      caseFigures(tally, 0.9).find((candidate) => candidate.key === key)?.value ?? Number.NaN;
    expect(value("opening") + value("new")).toBe(value("finished") + value("carried"));
  });
});

describe("the table of definitions", () => {
  test("every figure key is answered once, but for the three senses", () => {
    const answered = [...caseFigures(emptyTally(), 0.9), ...groundFigures(noGround, noPromises)].map(({ key }) => key);
    expect(new Set(answered).size).toBe(answered.length);
    expect([...answered, "gain", "happiness", "security"].sort()).toEqual([...figureKeys].sort());
  });

  test("what counts in a rate is part of what it is divided by", () => {
    for (const [key, definition] of Object.entries(definitions)) {
      if (definition.kind !== "rate" || !isOpened(key)) continue;
      const whole = countersBehind(key, "in");
      if (whole.length === 1) continue;
      for (const counter of definitionOf(key).of) expect(whole, key).toContain(counter);
    }
  });

  test("every counter of cases and visits is a column of its own", () => {
    expect(new Set(dayCounters).size).toBe(Object.keys(caseCounters).length + Object.keys(visitCounters).length);
  });
});
