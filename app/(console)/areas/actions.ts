"use server";

import type { Route } from "next";
import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { addArea } from "@/lib/areas/add";
import { changeCounts } from "@/lib/areas/counts";
import {
  addAreaInput,
  appointOfficerInput,
  changeCountsInput,
  closeStationInput,
  endOfficerInput,
  moveAreaInput,
  openStationInput,
  setPartyGroupInput,
} from "@/lib/areas/input";
import { moveArea } from "@/lib/areas/move";
import { appointOfficer, endOfficer } from "@/lib/areas/officers";
import { setPartyGroup } from "@/lib/areas/party-group";
import { closeStation, openStation } from "@/lib/areas/stations";
import { action } from "@/lib/next/action";

export const add = action(
  addAreaInput,
  async (ctx, input) => ({ id: await addArea(ctx, input) }),
  // A path that stands, with a query; typed routes check only the path.
  (_input, { id }) => redirect(`/areas?area=${id}` as Route),
);

export const appoint = action(appointOfficerInput, async (ctx, input) => {
  await appointOfficer(ctx, input);
  refresh();
});

export const end = action(endOfficerInput, async (ctx, input) => {
  await endOfficer(ctx, input);
  refresh();
});

export const open = action(openStationInput, async (ctx, input) => {
  await openStation(ctx, input);
  refresh();
});

export const close = action(closeStationInput, async (ctx, input) => {
  await closeStation(ctx, input);
  refresh();
});

export const setParty = action(setPartyGroupInput, async (ctx, input) => {
  await setPartyGroup(ctx, input);
  refresh();
});

export const setCounts = action(changeCountsInput, async (ctx, input) => {
  await changeCounts(ctx, input);
  refresh();
});

export const move = action(moveAreaInput, async (ctx, input) => {
  await moveArea(ctx, input);
  refresh();
});
