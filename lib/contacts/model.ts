import type { UnitKind } from "../areas/model";

/** How to reach whoever asked. It belongs to one case and is erased with it. */
export type Contact = { name: string; phone: string };

/** What a contact is looked at for. */
export const revealReasons = ["first-contact", "visit", "serve", "call-back", "other"] as const;

/** Kinds of units that never learn how to reach who asked. */
export const keptFromContacts = ["property", "owners"] as const satisfies UnitKind[];
