import { recallInput } from "../../cases/input";
import { recallCase } from "../../cases/recall";
import { type Attempt, attempt } from "./attempt";
import { placeCase } from "./furniture";

/** What is done from lists and pages of work, beside the steps of a case. */
export const workAttempts: Attempt[] = [
  attempt({
    name: "recall",
    permission: "case.dispatch",
    on: "case",
    schema: recallInput,
    run: recallCase,
    fields: async ({ city, target }) => ({
      id: await placeCase(city.owner, target.area, {
        state: "dispatched",
        unit: target.assigned ? city.unit : city.otherUnit,
      }),
    }),
  }),
];
