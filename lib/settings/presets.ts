import type { Settings } from "./model";

const scoreKeys = [
  "cutoffDay",
  "basicCredit",
  "weightResponded",
  "weightSolved",
  "weightSatisfied",
] as const satisfies (keyof Settings)[];
type ScoreSettings = Pick<Settings, (typeof scoreKeys)[number]>;

/** Ways to reckon the score that are in use: the first in one district's software, the second over calendar months. */
export const scorePresets = {
  three_rates_v1: { cutoffDay: 18, basicCredit: 0.9, weightResponded: 10, weightSolved: 50, weightSatisfied: 40 },
  three_rates_month: { cutoffDay: null, basicCredit: 0.9, weightResponded: 10, weightSolved: 50, weightSatisfied: 40 },
} as const satisfies Record<string, ScoreSettings>;
export type ScorePreset = keyof typeof scorePresets;

// Object.keys forgets the names of its keys; they are those of the table.
export const scorePresetNames = Object.keys(scorePresets) as ScorePreset[];

/** The preset that the settings are, or null for values of one's own. */
export function presetOf(settings: ScoreSettings): ScorePreset | null {
  return scorePresetNames.find((name) => scoreKeys.every((key) => scorePresets[name][key] === settings[key])) ?? null;
}

export function isScorePreset(name: unknown): name is ScorePreset {
  return scorePresetNames.some((known) => known === name);
}
