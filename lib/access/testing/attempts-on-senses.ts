import { uuidv7 } from "uuidv7";
import * as senseActions from "../../../app/(console)/senses/actions";
import { closeRound } from "../../senses/close-round";
import { openRound } from "../../senses/open-round";
import { publishRound } from "../../senses/publish-round";
import { openRoundInput, roundInput } from "../../senses/round-input";
import { type Attempt, attempt } from "./attempt";
import { placeRound } from "./furniture";

export const senseAttempts: Attempt[] = [
  attempt({
    name: "open a round",
    on: "area",
    permission: "sense.open",
    schema: openRoundInput,
    run: openRound,
    action: senseActions.open,
    fields: async ({ target }) => ({
      id: uuidv7(),
      areaId: target.area,
      name: "一轮",
      mode: "drawn",
      opensOn: "2026-01-01",
      closesOn: "2099-01-01",
      target: "60",
    }),
  }),
  attempt({
    name: "close a round",
    on: "round",
    permission: "sense.open",
    schema: roundInput,
    run: closeRound,
    action: senseActions.close,
    fields: async ({ city, target }) => ({ id: await placeRound(city.owner, target.area) }),
  }),
  attempt({
    name: "publish a round",
    on: "round",
    permission: "sense.publish",
    schema: roundInput,
    run: publishRound,
    action: senseActions.publish,
    fields: async ({ city, target }) => ({
      id: await placeRound(city.owner, target.area, "2026-02-01"),
    }),
  }),
];
