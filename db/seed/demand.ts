import calendar from "chinese-days/dist/chinese-days.json" with { type: "json" };
import { isWorkdayNumber } from "../../lib/calendar/workdays";
import { printDay, weekdayOf } from "../../lib/calendar/zone";
import type { Community, Street } from "./areas";
import { monthOf } from "./days";
import { type Matter, matters, seasons } from "./matters";
import { told } from "./names";
import { randomFrom } from "./random";

const holidays = new Map<string, string>(Object.entries(calendar.holidays));
const byWeekday = [1.18, 1.1, 1.05, 1.02, 1.0, 0.72, 0.62];
const stormMatters = new Set(["0104", "0204", "0907", "0503", "0505", "1001"]);
const towerMatters = new Set(["0601", "0602", "0603", "0604", "0606", "0607"]);

const byCharacter: Record<Community["character"], Record<string, number>> = {
  estate: { "06": 1.5, "0902": 1.3 },
  old: { "02": 1.3, "07": 1.6, "0604": 1.6, "0606": 1.7, "1001": 1.5, "1004": 1.5, "0602": 0.3, "1201": 1.8 },
  new: { "0601": 1.4, "0401": 2.2, "1103": 1.8, "0805": 2, "0706": 2.2, "0703": 0.5 },
  office: { "0404": 2, "0403": 2, "0802": 2, "1104": 2, "0908": 2, "06": 0.6, "12": 1.4 },
  lake: { "05": 2.4, "0104": 1.5, "0907": 1.8, "0407": 2.2, "0306": 1.4 },
};

/** How much more, or less, of everything there is on a day: weekends and holidays are quiet, 春节 is silent. */
export function dayFactor(day: number): number {
  const holiday = holidays.get(printDay(day));
  if (holiday) return holiday.startsWith("Spring Festival") ? 0.34 : 0.58;
  if (isWorkdayNumber(day) && weekdayOf(day) > 5) return 1.05;
  return byWeekday[weekdayOf(day) - 1] ?? 1;
}

/** How much a community asks for in a day, before the whole is brought to the wanted number. */
export function sizeOf(seed: string, { area }: Community): number {
  const given: Record<string, number> = {
    [told.few]: 0.13,
    [told.nothingDue]: 0,
    [told.tower]: 1.75,
    [told.model]: 1.25,
  };
  return given[area.name] ?? Math.min(1.7, Math.max(0.62, randomFrom(`${seed}/size/${area.id}`).skewed(1, 0.28)));
}

/** How often a matter comes up in a community on a day. */
export function weightOf(
  matter: Matter,
  community: Community,
  season: { month: number; storm: number; trouble: number },
): number {
  const factors = byCharacter[community.character];
  const character = (factors[matter.code] ?? 1) * (factors[matter.code.slice(0, 2)] ?? 1);
  const calendar = seasons[matter.season][season.month - 1] ?? 1;
  const storm = stormMatters.has(matter.code) ? season.storm : 1;
  const trouble = towerMatters.has(matter.code) ? 1 + 3.2 * season.trouble : 1;
  return matter.weight * character * calendar * storm * trouble;
}

/** How bad things stand with the property company of the towers: 0 at first and at last, 1 in the three worst months. */
export function troubleOf(day: number, today: number): number {
  const since = day - (today - 205);
  if (since < 0) return 0;
  if (since < 45) return since / 45;
  if (since < 105) return 1;
  return Math.max(0, 1 - (since - 105) / 45);
}

/** The day on which the towers' company signed the agreement that turned things round. */
export const agreementDay = (today: number): number => today - 100;

/** Days of heavy rain by the lake: some spells in June and July. */
export function stormFactor(seed: string, street: Street, day: number): number {
  if (street.district.name.startsWith("南昌") && (monthOf(day) === 6 || monthOf(day) === 7)) {
    const spell = randomFrom(`${seed}/storm/${Math.floor(day / 6)}`);
    return spell.chance(0.55) ? spell.between(5, 11) : 1.6;
  }
  return 1;
}

/** How many there are in a day, all matters together, against an ordinary day. */
export function pull(weights: Map<Matter, number>): number {
  return [...weights.values()].reduce((sum, weight) => sum + weight, 0) / ordinary;
}

const ordinary = matters.reduce((sum, matter) => sum + matter.weight, 0);
