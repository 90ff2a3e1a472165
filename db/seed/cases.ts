import type { Position } from "geojson";
import { startOfNumber } from "../../lib/calendar/zone";
import type { Channel, RequestType } from "../../lib/cases/model";
import type { Area, Community, Street, Tree } from "./areas";
import type { CatalogueLine } from "./catalogue";
import { monthOf } from "./days";
import { dayFactor, pull, sizeOf, stormFactor, troubleOf, weightOf } from "./demand";
import { type Given, type Life, live, waiting } from "./life";
import { type Manner, mannerOf, mannerOn } from "./manner";
import { hoursOfDay, type Matter, matters } from "./matters";
import { told } from "./names";
import { pointIn } from "./plane";
import { draw, idAt, type Random, randomFrom, type Weighted, weigh } from "./random";
import { bodyOf, placeOf, replyOf, titleOf, typeOf } from "./texts";
import { streetUnit, type Units, unitFor } from "./units";

export type Case = {
  id: string;
  area: Area;
  community: Community;
  placed: boolean;
  title: string;
  body: string;
  place: string | null;
  point: Position | null;
  channel: Channel;
  requestType: RequestType;
  line: CatalogueLine;
  registeredAt: number;
  life: Life;
  reply: string | null;
};

/** `size` is how many cases there are to be, about. */
export type World = {
  seed: string;
  today: number;
  size: number;
  tree: Tree;
  units: Units;
  catalogue: Map<string, CatalogueLine>;
};

/** Days told: thirteen months up to today. */
export const daysTold = 396;

/** Everything that was brought up, in the order in which it was; `upto` is the instant at which telling ends. */
export function tellCases(world: World, upto: number): Case[] {
  const plan = planned(world);
  const told = plan.flatMap((day) => ofDay(world, day, upto));
  return told.sort((a, b) => a.registeredAt - b.registeredAt || (a.id < b.id ? -1 : 1));
}

type Day = { community: Community; steady: Manner; day: number; mean: number; mix: Weighted<Matter> };

/** What to expect of each community on each day, brought to the wanted number in all. */
function planned(world: World): Day[] {
  const plan: Day[] = [];
  const mixes = new Map<string, Mix>();
  for (const street of world.tree.streets) {
    const weather = Array.from({ length: daysTold + 1 }, (_, index) =>
      weatherOn(world, street, world.today - daysTold + index),
    );
    for (const community of street.communities) {
      const [size, steady] = [sizeOf(world.seed, community), mannerOf(world.seed, community)];
      for (const { day, storm, busy } of weather) {
        const { mix, pull } = mixOn(world, { community, day, storm }, mixes);
        plan.push({ community, steady, day, mix, mean: size * pull * busy });
      }
    }
  }
  const scale = world.size / plan.reduce((sum, { mean }) => sum + mean, 0);
  for (const day of plan)
    day.mean = day.community.area.name === told.nothingDue ? quiet(world, day.day) : day.mean * scale;
  return plan;
}

function weatherOn({ seed }: World, street: Street, day: number) {
  const mood = randomFrom(`${seed}/mood/${street.area.id}/${day}`).skewed(1, 0.1);
  return { day, storm: stormFactor(seed, street, day), busy: dayFactor(day) * mood };
}

/** A community opened lately, of which nothing is due yet: now and then a word of thanks. */
const quiet = ({ today }: World, day: number): number => (day > today - 70 ? 0.12 : 0);

type Mix = { mix: Weighted<Matter>; pull: number };

function mixOn(
  world: World,
  { community, day, storm }: { community: Community; day: number; storm: number },
  known: Map<string, Mix>,
): Mix {
  const trouble = community.area.name === told.tower ? Math.round(troubleOf(day, world.today) * 20) / 20 : 0;
  const season = { month: monthOf(day), storm, trouble };
  const key = `${community.area.id}/${season.month}/${storm}/${trouble}`;
  const kept = known.get(key);
  if (kept) return kept;
  const thanksOnly = community.area.name === told.nothingDue;
  const weights = new Map(
    matters.map((matter) => [matter, thanksOnly && matter.code !== "1210" ? 0 : weightOf(matter, community, season)]),
  );
  const made = { mix: weigh(matters, (matter) => weights.get(matter) ?? 0), pull: pull(weights) };
  known.set(key, made);
  return made;
}

function ofDay(world: World, { community, steady, day, mean, mix }: Day, upto: number): Case[] {
  const random = randomFrom(`${world.seed}/cases/${community.area.id}/${day}`);
  const manner = mannerOn(steady, community, day, world.today);
  return Array.from({ length: random.count(mean) }, () =>
    one(world, { random, community, day, manner, matter: draw(random, mix) }),
  ).filter(({ registeredAt }) => registeredAt <= upto);
}

type Setting = { random: Random; community: Community; day: number; manner: Manner; matter: Matter };

function one(world: World, setting: Setting): Case {
  const { random, community, day, manner, matter } = setting;
  const line = world.catalogue.get(matter.code);
  if (!line) throw new Error(`${matter.code} is not in the catalogue`);
  const hour = draw(random, hours[matter.hours]);
  const registeredAt = startOfNumber(day) + Math.floor((hour + random.next()) * 3_600_000);
  const channel = channelAt(random, manner, hour, matter.code);
  const requestType = typeOf(random, matter.code, channel);
  const { place, ...where } = somewhere(setting, channel, day < world.today - lately ? 0.011 : 0.05);
  const title = titleOf(random, matter, place);
  const lead = unitFor(world.units, community, matter.code);
  const wrong = streetUnit(world.units, community.street, random.pick(["enforcement", "appearance", "housing"]));
  const assist = random.chance(jointMatters.has(matter.code) ? 0.16 : 0.022)
    ? streetUnit(world.units, community.street, helpers[registeredAt % helpers.length] ?? "office")
    : null;
  const given: Given = {
    random,
    registeredAt,
    line,
    channel,
    manner,
    lead,
    wrong: wrong === lead ? streetUnit(world.units, community.street, "office") : wrong,
    assist: assist === lead ? null : assist,
  };
  const life = where.placed || day < world.today - lately ? live(given) : waiting(given);
  return {
    id: idAt(random, registeredAt),
    ...where,
    community,
    place: matter.spot === "none" ? null : place,
    title,
    body: bodyOf(random, channel, requestType, title),
    channel,
    requestType,
    line,
    registeredAt,
    life,
    reply: replyOf(random, life.closeReason, line.code),
  };
}

/** Days within which what nobody could place still waits. */
const lately = 4;

const helpers = ["office", "enforcement", "housing", "appearance"] as const;
const jointMatters = new Set(["0204", "0301", "0702", "0705", "0907", "1006", "1101"]);

const clock = Array.from({ length: 24 }, (_, hour) => hour);
const hours = {
  day: weigh(clock, (hour) => hoursOfDay.day[hour] ?? 0),
  night: weigh(clock, (hour) => hoursOfDay.night[hour] ?? 0),
  evening: weigh(clock, (hour) => hoursOfDay.evening[hour] ?? 0),
  rush: weigh(clock, (hour) => hoursOfDay.rush[hour] ?? 0),
  always: weigh(clock, (hour) => hoursOfDay.always[hour] ?? 0),
};

const brought = {
  hotline: 34,
  phone: 24,
  web: 20,
  station: 10,
  order: 5,
  partner: 2.5,
  open311: 2,
  other: 2.5,
} as const;
// Object.keys forgets the names of its keys; they are the line above.
const byDay = weigh(Object.keys(brought) as (keyof typeof brought)[], (channel) => brought[channel]);
const byNight = weigh(["hotline", "phone", "web"] as const, (channel) => brought[channel]);

function channelAt(random: Random, manner: Manner, hour: number, code: string): Channel {
  const awake = hour >= 8 && hour < 20;
  if (!awake) return draw(random, byNight);
  if (code !== "1210" && random.chance(manner.foundFirst * 1.12)) return random.chance(0.7) ? "officer" : "visit";
  return draw(random, byDay);
}

type Where = Pick<Case, "area" | "placed" | "point"> & { place: string };

/** A grid, a building where there are any, the whole community, or nobody knows where. */
function somewhere({ random, community, matter }: Setting, channel: Channel, lost: number): Where {
  const grid = community.grids[Math.floor(community.grids.length * random.next() ** 1.15)];
  if (!grid) throw new Error(`${community.area.name} has no grids`);
  const { place, building } = placeOf(random, matter.spot, community, grid);
  if (farOff.has(channel) && random.chance(lost))
    return { area: community.street.area, placed: false, point: null, place };
  if (matter.spot === "none" && random.chance(0.7)) return { area: community.area, placed: true, point: null, place };
  const blurred = matter.spot === "none" || (bySpeech.has(channel) && random.chance(0.3));
  const point = blurred ? null : grid.ground(pointIn(random, building?.ring ?? grid.ring));
  return { area: building?.area ?? grid.area, placed: true, point, place };
}

const farOff = new Set<Channel>(["hotline", "order", "web"]);
const bySpeech = new Set<Channel>(["hotline", "phone"]);
