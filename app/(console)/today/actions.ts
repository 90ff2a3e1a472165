"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/next/action";
import { visitInput } from "@/lib/visits/input";
import { recordVisit } from "@/lib/visits/record-visit";

export const visited = action(visitInput, recordVisit, ({ areaId, raised }) => {
  if (raised) redirect(`/cases/new?channel=visit&area=${areaId}`);
  refresh();
});
