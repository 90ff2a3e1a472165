import * as unitActions from "../../../app/(console)/units/actions";
import { addUnitInput, changeUnitInput, unitInput } from "../../units/input";
import { addUnit, changeUnit, closeUnit, reopenUnit } from "../../units/units";
import { type Attempt, attempt, newName } from "./attempt";
import { placeUnit } from "./furniture-of-units";

const ofUnit = { on: "area", permission: "unit.edit" } as const;

export const unitAttempts: Attempt[] = [
  attempt({
    ...ofUnit,
    name: "add a unit",
    schema: addUnitInput,
    run: addUnit,
    action: unitActions.add,
    fields: async ({ target }) => ({ areaId: target.area, name: newName(), kind: "property" }),
  }),
  attempt({
    ...ofUnit,
    name: "change a unit",
    schema: changeUnitInput,
    run: changeUnit,
    action: unitActions.change,
    fields: async ({ city, target }) => ({
      unitId: await placeUnit(city.owner, target.area),
      name: newName(),
      kind: "owners",
    }),
  }),
  attempt({
    ...ofUnit,
    name: "close a unit",
    schema: unitInput,
    run: closeUnit,
    action: unitActions.close,
    fields: async ({ city, target }) => ({ unitId: await placeUnit(city.owner, target.area) }),
  }),
  attempt({
    ...ofUnit,
    name: "reopen a unit",
    schema: unitInput,
    run: reopenUnit,
    action: unitActions.reopen,
    fields: async ({ city, target }) => ({ unitId: await placeUnit(city.owner, target.area, "2026-01-01") }),
  }),
];
