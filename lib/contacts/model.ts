/** How to reach whoever asked. It belongs to one case and is erased with it. */
export type Contact = { name: string; phone: string };

/** What a contact is looked at for. */
export const revealReasons = ["first-contact", "visit", "serve", "call-back", "other"] as const;
