import { expect, test } from "vitest";
import { caseMapping } from "../cases/import/mapping";
import { Refusal } from "../errors";
import { readMapping } from "./mapping";

const sound = { source: "s", id: "id", title: "t", zone: "UTC", form: "iso", registered: "at" };

function told(given: object) {
  try {
    readMapping(caseMapping, JSON.stringify({ ...sound, ...given }));
  } catch (error) {
    if (error instanceof Refusal) return [error.reason, error.values.place, error.values.words];
    throw error;
  }
  return null;
}

test("a mapping that is wrong is told where, also inside what may be written in several ways", () => {
  expect(told({})).toBeNull();
  expect(told({ area: { columns: "district" } })).toBeNull();
  expect(told({ registred: "at" })).toEqual(["exchange.map.unknown", "registred", ""]);
  expect(told({ registered: { columns: "at", zome: "UTC" } })).toEqual(["exchange.map.unknown", "registered.zome", ""]);
  expect(told({ registered: { column: "at" } })).toEqual(["exchange.map.missing", "registered.columns", ""]);
  expect(told({ area: { point: { column: "at" } } })).toEqual([
    "exchange.map.missing",
    "area.point.system",
    "wgs84, gcj02, bd09",
  ]);
  expect(told({ area: { point: { lon: "x", system: "wgs84" } } })).toEqual([
    "exchange.map.missing",
    "area.point.lat",
    "",
  ]);
  expect(told({ limits: "none" })).toEqual(["exchange.map.oneOf", "limits", "file, catalogue"]);
});
