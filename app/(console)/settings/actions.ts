"use server";

import { redirect } from "next/navigation";
import { action, longMilliseconds } from "@/lib/next/action";
import { changeSettings } from "@/lib/settings/change";
import { settingsInput } from "@/lib/settings/input";

export const change = action(settingsInput, changeSettings, () => redirect("/settings?saved=1"), longMilliseconds);
