import { uuidv7 } from "uuidv7";
import * as stewardActions from "../../../app/(console)/steward/actions";
import { recordFinding, settleFinding } from "../../findings/findings";
import { recordFindingInput, settleFindingInput } from "../../findings/input";
import { type Attempt, attempt } from "./attempt";
import { placeFinding } from "./furniture";

export const findingAttempts: Attempt[] = [
  attempt({
    name: "note a finding",
    permission: "finding.record",
    on: "area",
    schema: recordFindingInput,
    run: recordFinding,
    action: stewardActions.note,
    fields: async ({ target }) => ({
      id: uuidv7(),
      areaId: target.area,
      kind: "patrol",
      foundOn: "2026-11-02",
      what: "楼道堆物",
    }),
  }),
  attempt({
    name: "settle a finding",
    permission: "finding.record",
    on: "round",
    schema: settleFindingInput,
    run: settleFinding,
    action: stewardActions.settle,
    fields: async ({ city, target }) => ({
      findingId: await placeFinding(city.owner, target.area),
      settledOn: "2026-11-03",
      result: "已清走",
    }),
  }),
];
