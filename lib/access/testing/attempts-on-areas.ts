import { uuidv7 } from "uuidv7";
import * as areaActions from "../../../app/(console)/areas/actions";
import { addArea } from "../../areas/add";
import { changeCounts } from "../../areas/counts";
import {
  addAreaInput,
  appointOfficerInput,
  changeCountsInput,
  closeStationInput,
  endOfficerInput,
  moveAreaInput,
  openStationInput,
  setPartyGroupInput,
} from "../../areas/input";
import { moveArea } from "../../areas/move";
import { appointOfficer, endOfficer } from "../../areas/officers";
import { setPartyGroup } from "../../areas/party-group";
import { closeStation, openStation } from "../../areas/stations";
import { type Asked, type Attempt, attempt, type Fields, newName } from "./attempt";

const ofArea = { on: "area" } as const;

export const areaAttempts: Attempt[] = [
  attempt({
    ...ofArea,
    name: "add an area",
    permission: "area.edit",
    schema: addAreaInput,
    run: addArea,
    action: areaActions.add,
    fields: async ({ target }) => ({
      parentId: target.area,
      level: "building",
      name: `${newName().slice(-9)}栋`,
      scheme: "local",
    }),
  }),
  attempt({
    ...ofArea,
    name: "count households",
    permission: "area.edit",
    schema: changeCountsInput,
    run: changeCounts,
    action: areaActions.setCounts,
    fields: async ({ target }) => ({ areaId: target.area, households: "9", residents: "20" }),
  }),
  attempt({
    ...ofArea,
    name: "set a party group",
    permission: "area.edit",
    schema: setPartyGroupInput,
    run: setPartyGroup,
    action: areaActions.setParty,
    fields: async ({ target }) => ({ areaId: target.area, from: "2026-01-01" }),
  }),
  attempt({
    ...ofArea,
    name: "move an area",
    permission: "area.move",
    schema: moveAreaInput,
    run: moveArea,
    action: areaActions.move,
    fields: async ({ person, target }) => ({ areaId: target.area, parentId: person.top }),
  }),
  attempt({
    ...ofArea,
    name: "appoint",
    permission: "officer.edit",
    schema: appointOfficerInput,
    run: appointOfficer,
    action: areaActions.appoint,
    fields: async ({ target }) => ({
      areaId: target.area,
      name: newName().slice(-9),
      kind: "full_time",
      startsOn: "2026-01-01",
    }),
  }),
  attempt({
    ...ofArea,
    name: "end an appointment",
    permission: "officer.edit",
    schema: endOfficerInput,
    run: endOfficer,
    action: areaActions.end,
    fields: async (asked) => ({
      officerId: await laid(asked, "officers", { name: "李某", kind: "part_time", starts_on: "2020-01-01" }),
      endsOn: "2026-01-01",
    }),
  }),
  attempt({
    ...ofArea,
    name: "open a station",
    permission: "station.edit",
    schema: openStationInput,
    run: openStation,
    action: areaActions.open,
    fields: async ({ target }) => ({
      areaId: target.area,
      name: newName().slice(-9),
      field: "residents",
      openedOn: "2026-01-01",
    }),
  }),
  attempt({
    ...ofArea,
    name: "close a station",
    permission: "station.edit",
    schema: closeStationInput,
    run: closeStation,
    action: areaActions.close,
    fields: async (asked) => ({
      stationId: await laid(asked, "stations", { name: newName(), field: "residents", opened_on: "2020-01-01" }),
      closedOn: "2026-01-01",
    }),
  }),
];

/** A row of a table at the target area, written by the owner. */
async function laid({ city, target }: Asked, table: string, row: Fields): Promise<string> {
  const id = uuidv7();
  await city.owner`insert into ${city.owner(table)} ${city.owner({ ...row, id, area_id: target.area, area_pos: 0 })}`;
  await city.owner`update ${city.owner(table)} t set area_pos = a.pos from areas a where t.id = ${id} and a.id = t.area_id`;
  return id;
}
