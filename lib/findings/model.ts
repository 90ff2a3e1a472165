/** Kinds of service that are noted where they happened: mediation 调解, patrol 巡查, errands 代办. */
export const findingKinds = ["mediation", "patrol", "errand"] as const;
export type FindingKind = (typeof findingKinds)[number];
