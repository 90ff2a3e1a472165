import type { Route } from "next";
import { type Actor, can, type Permission } from "../../lib/access/model";
import type { IconName } from "../ui/icon";

type EntryKey =
  | "home"
  | "today"
  | "reminders"
  | "cases"
  | "supervision"
  | "whistles"
  | "topics"
  | "followUp"
  | "areas"
  | "catalogue"
  | "senses"
  | "instruments"
  | "units"
  | "estates"
  | "steward"
  | "accounts"
  | "audit"
  | "settings";
export type Entry = { key: EntryKey; href: Route; icon: IconName };

const entries: readonly (Entry & { permission: Permission })[] = [
  { key: "today", href: "/today", icon: "today", permission: "case.contact" },
  { key: "home", href: "/", icon: "home", permission: "board.read" },
  { key: "reminders", href: "/reminders", icon: "bell", permission: "reminder.read" },
  { key: "cases", href: "/cases", icon: "inbox", permission: "case.read" },
  { key: "supervision", href: "/supervision", icon: "late", permission: "case.urge" },
  { key: "whistles", href: "/whistles", icon: "call", permission: "whistle.read" },
  { key: "topics", href: "/topics", icon: "trace", permission: "topic.read" },
  { key: "followUp", href: "/follow-up", icon: "speech", permission: "case.call-back" },
  { key: "areas", href: "/areas", icon: "grid", permission: "area.read" },
  { key: "catalogue", href: "/catalogue", icon: "file", permission: "category.edit" },
  { key: "senses", href: "/senses", icon: "heart", permission: "sense.read" },
  { key: "estates", href: "/estates", icon: "estate", permission: "estate.read" },
  { key: "steward", href: "/steward", icon: "steward", permission: "steward.read" },
  { key: "instruments", href: "/instruments", icon: "file", permission: "instrument.edit" },
  { key: "units", href: "/units", icon: "units", permission: "unit.edit" },
  { key: "accounts", href: "/accounts", icon: "people", permission: "account.read" },
  { key: "audit", href: "/audit", icon: "trace", permission: "audit.read" },
  { key: "settings", href: "/settings", icon: "settings", permission: "setting.edit" },
];

/** Where a role may go. Those who begin elsewhere reach the board by its full address. */
export function entriesFor(actor: Pick<Actor, "role">): Entry[] {
  const beginsElsewhere = actor.role === "staff" || actor.role === "officer";
  return entries
    .filter(({ permission }) => can(actor, permission))
    .map(({ key, href, icon }) => ({ key, icon, href: key === "home" && beginsElsewhere ? "/?board=1" : href }))
    .sort((a, b) => Number(first(b, beginsElsewhere)) - Number(first(a, beginsElsewhere)));
}

const first = ({ key }: Entry, beginsElsewhere: boolean) => key === (beginsElsewhere ? "today" : "home");
