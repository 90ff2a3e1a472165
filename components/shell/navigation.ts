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
/** What one watches, what one works on, the ground, what residents feel, and what is set up once. */
const groups = ["watch", "work", "ground", "senses", "setup"] as const;
type EntryGroup = (typeof groups)[number];
export type Entry = { key: EntryKey; group: EntryGroup; href: Route; icon: IconName };

const entries: readonly (Entry & { permission: Permission })[] = [
  { key: "today", group: "watch", href: "/today", icon: "today", permission: "case.contact" },
  { key: "home", group: "watch", href: "/", icon: "home", permission: "board.read" },
  { key: "reminders", group: "watch", href: "/reminders", icon: "bell", permission: "reminder.read" },
  { key: "cases", group: "work", href: "/cases", icon: "inbox", permission: "case.read" },
  { key: "supervision", group: "work", href: "/supervision", icon: "late", permission: "case.urge" },
  { key: "whistles", group: "work", href: "/whistles", icon: "call", permission: "whistle.read" },
  { key: "topics", group: "work", href: "/topics", icon: "topic", permission: "topic.read" },
  { key: "followUp", group: "work", href: "/follow-up", icon: "speech", permission: "case.call-back" },
  { key: "areas", group: "ground", href: "/areas", icon: "grid", permission: "area.read" },
  { key: "estates", group: "ground", href: "/estates", icon: "estate", permission: "estate.read" },
  { key: "steward", group: "ground", href: "/steward", icon: "steward", permission: "steward.read" },
  { key: "senses", group: "senses", href: "/senses", icon: "heart", permission: "sense.read" },
  { key: "instruments", group: "senses", href: "/instruments", icon: "form", permission: "instrument.edit" },
  { key: "catalogue", group: "setup", href: "/catalogue", icon: "file", permission: "category.edit" },
  { key: "units", group: "setup", href: "/units", icon: "units", permission: "unit.edit" },
  { key: "accounts", group: "setup", href: "/accounts", icon: "people", permission: "account.read" },
  { key: "audit", group: "setup", href: "/audit", icon: "trace", permission: "audit.read" },
  { key: "settings", group: "setup", href: "/settings", icon: "settings", permission: "setting.edit" },
];

/** Where a role may go. Those who begin elsewhere reach the board by its full address. */
export function entriesFor(actor: Pick<Actor, "role">): Entry[] {
  const beginsElsewhere = actor.role === "staff" || actor.role === "officer";
  return entries
    .filter(({ permission }) => can(actor, permission))
    .map(({ key, group, href, icon }) => ({
      key,
      group,
      icon,
      href: key === "home" && beginsElsewhere ? "/?board=1" : href,
    }))
    .sort((a, b) => Number(first(b, beginsElsewhere)) - Number(first(a, beginsElsewhere)));
}

const first = ({ key }: Entry, beginsElsewhere: boolean) => key === (beginsElsewhere ? "today" : "home");

/** The entries as they stand together; a group without any is left out. */
export function grouped<T extends Entry>(entries: readonly T[]): T[][] {
  return groups.map((group) => entries.filter((entry) => entry.group === group)).filter(({ length }) => length > 0);
}
