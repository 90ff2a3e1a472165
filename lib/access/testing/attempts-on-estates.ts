import { uuidv7 } from "uuidv7";
import * as estateActions from "../../../app/(console)/estates/actions";
import { addAgreement, addTask, finishTask } from "../../estates/agreements";
import { addEstate, addPlace, endPlace, renameEstate } from "../../estates/estates";
import {
  addAgreementInput,
  addEstateInput,
  addTaskInput,
  endPartyInput,
  finishTaskInput,
  markLedgerInput,
  placeInput,
  renameEstateInput,
  setPartyInput,
} from "../../estates/input";
import { markLedger } from "../../estates/mark-ledger";
import { endParty, setParty } from "../../estates/parties";
import { type Asked, type Attempt, attempt, type Fields, newName } from "./attempt";
import { freshCase } from "./attempts-on-cases";
import { placeEstate } from "./furniture-of-units";

const unitOf = ({ city, target }: Asked) => (target.assigned ? city.unit : city.otherUnit);

/** An estate at the target, to which the unit of the target is a party, and what the form says of it. */
const fresh =
  (fields: (laid: Awaited<ReturnType<typeof placeEstate>>, asked: Asked) => Fields) =>
  async (asked: Asked): Promise<Fields> =>
    fields(await placeEstate(asked.city.owner, asked.target.area, unitOf(asked)), asked);

/** Like a case, an estate is there for a unit that has to do with it. */
const ofEstate = { on: "case", permission: "estate.edit" } as const;

export const estateAttempts: Attempt[] = [
  attempt({
    name: "add an estate",
    permission: "estate.edit",
    on: "area",
    schema: addEstateInput,
    run: addEstate,
    action: estateActions.add,
    fields: async ({ target }) => ({ areaId: target.area, name: newName() }),
  }),
  attempt({
    ...ofEstate,
    name: "rename an estate",
    schema: renameEstateInput,
    run: renameEstate,
    action: estateActions.rename,
    fields: fresh(({ estate }) => ({ estateId: estate, name: newName() })),
  }),
  attempt({
    ...ofEstate,
    name: "add a place",
    schema: placeInput,
    run: addPlace,
    action: estateActions.joinPlace,
    fields: fresh(({ estate }, { target }) => ({ estateId: estate, placeId: target.area })),
  }),
  attempt({
    ...ofEstate,
    name: "end a place",
    schema: placeInput,
    run: endPlace,
    action: estateActions.leavePlace,
    fields: fresh(({ estate }, { target }) => ({ estateId: estate, placeId: target.area })),
  }),
  attempt({
    ...ofEstate,
    name: "set a party",
    schema: setPartyInput,
    run: setParty,
    action: estateActions.seat,
    fields: fresh(({ estate }, { city }) => ({
      estateId: estate,
      role: "property",
      unitId: city.unit,
      startsOn: "2026-11-01",
    })),
  }),
  attempt({
    ...ofEstate,
    name: "end a party",
    schema: endPartyInput,
    run: endParty,
    action: estateActions.unseat,
    fields: fresh(({ estate }) => ({ estateId: estate, role: "property", endsOn: "2099-01-01" })),
  }),
  attempt({
    ...ofEstate,
    name: "agree",
    permission: "agreement.edit",
    schema: addAgreementInput,
    run: addAgreement,
    action: estateActions.agree,
    fields: fresh(({ estate }) => ({
      estateId: estate,
      id: uuidv7(),
      title: "保洁",
      body: "每日两次",
      agreedOn: "2026-11-01",
      residents: "on",
      property: "on",
    })),
  }),
  attempt({
    ...ofEstate,
    name: "promise",
    permission: "agreement.edit",
    schema: addTaskInput,
    run: addTask,
    action: estateActions.promise,
    fields: fresh(({ estate, agreement }, asked) => ({
      estateId: estate,
      agreementId: agreement,
      title: "增加保洁",
      unitId: unitOf(asked),
      dueOn: "2026-12-01",
    })),
  }),
  attempt({
    ...ofEstate,
    name: "keep a promise",
    permission: "agreement.finish",
    schema: finishTaskInput,
    run: finishTask,
    action: estateActions.finish,
    fields: fresh(({ task }) => ({ taskId: task, doneOn: "2026-11-20", note: "已公示" })),
  }),
  attempt({
    name: "mark for the ledger",
    permission: "ledger.mark",
    on: "case",
    schema: markLedgerInput,
    run: markLedger,
    action: estateActions.mark,
    fields: async (asked) => {
      const { id = "" } = await freshCase("dispatched")(asked);
      return { id, shared: "yes" };
    },
  }),
];
