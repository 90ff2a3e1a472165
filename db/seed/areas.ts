import area from "@turf/area";
import type { MultiPolygon, Polygon, Position } from "geojson";
import { type AreaLevel, type GridKind, plainName } from "../../lib/areas/model";
import { dayNumber, printDay } from "../../lib/calendar/zone";
import { buildingsOfTower, type Character, city, drawnWrong, type StreetName, site, streets, told } from "./names";
import { divide, inReadingOrder, oblongIn, oval, type Ring } from "./plane";
import { idAt, type Random, randomFrom } from "./random";
import { drawAlone, drawTogether, type Ground, groundAround, thinned } from "./shapes";

export type Area = {
  id: string;
  parent: Area | null;
  children: Area[];
  level: AreaLevel;
  name: string;
  pos: number;
  last: number;
  kind: GridKind | null;
  households: number | null;
  residents: number | null;
  areaM2: number | null;
  coveredM2: number | null;
  openedOn: string;
  closedOn: string | null;
  partyFrom: string | null;
  shape: Polygon | MultiPolygon | null;
  outline: Polygon | MultiPolygon | null;
  codes: { scheme: "nbs" | "mca" | "local"; code: string; name?: string; from: string; to: string | null }[];
  predecessor: Area | null;
};

export type Grid = { area: Area; ring: Ring; ground: Ground; buildings: { area: Area; ring: Ring }[] };
export type Community = { area: Area; short: string; character: Character; grids: Grid[]; street: Street };
export type Street = { area: Area; district: Area; communities: Community[] };
export type Tree = { root: Area; all: Area[]; streets: Street[] };

const gridsEach = 15;
const epoch = Date.UTC(2026, 0, 1);

/** The whole tree with its outlines. */
export function growTree(seed: string, today: number): Tree {
  const random = randomFrom(`${seed}/areas`);
  const add = planter(random);
  const root = add(null, "city", city);
  root.codes.push({ scheme: "local", code: "DEMO", from: "2016-01-01", to: null });
  const whole = oval(random, site.width, site.height);
  const soil = { seed, random, add, today, ground: groundAround(randomFrom(`${seed}/ground`), site.lon, site.lat) };
  const plots = inReadingOrder(divide(random, whole, streets.length), 1);
  const drawn: Drawn[] = [{ area: root, ring: whole }];
  const grown = streets.map((name, index) => growStreet(soil, root, { name, plot: plots[index] ?? whole, drawn }));
  drawAll(drawn, soil.ground);
  for (const street of grown) {
    for (const community of street.communities) fillGrids(soil, community);
    street.district.shape = street.area.shape;
    street.district.outline = street.area.outline;
  }
  sumUp(root);
  const all = listed(root);
  return { root, all, streets: grown };
}

type Soil = { seed: string; random: Random; add: ReturnType<typeof planter>; today: number; ground: Ground };
type Drawn = { area: Area; ring: Ring };
type Sown = { name: StreetName; plot: Ring; drawn: Drawn[] };

function planter(random: Random) {
  let planted = 0;
  return (parent: Area | null, level: AreaLevel, name: string): Area => {
    planted += 1;
    const made: Area = {
      id: idAt(random, epoch + planted),
      parent,
      children: [],
      level,
      name,
      pos: 0,
      last: 0,
      kind: null,
      households: null,
      residents: null,
      areaM2: null,
      coveredM2: null,
      openedOn: "2000-01-01",
      closedOn: null,
      partyFrom: null,
      shape: null,
      outline: null,
      codes: [],
      predecessor: null,
    };
    parent?.children.push(made);
    return made;
  };
}

function growStreet(soil: Soil, root: Area, { name, plot: whole, drawn }: Sown): Street {
  const { random, add } = soil;
  const district = add(root, "district", `${name.district}（演示）`);
  const street = add(district, "street", name.name);
  const { districtNbs: code, districtListed: listed } = name;
  district.codes.push({ scheme: "nbs", code, name: listed, from: "2016-01-01", to: null });
  street.codes.push({ scheme: "nbs", code: name.nbs, from: "2023-01-01", to: null });
  if (name.mca) street.codes.push({ scheme: "mca", code: name.mca, from: "2025-12-31", to: null });

  const plots = inReadingOrder(divide(random, whole, name.communities.length), 4);
  const grown: Street = { area: street, district, communities: [] };
  drawn.push({ area: street, ring: whole });
  name.communities.forEach((item, index) => {
    const plot = plots[index] ?? whole;
    const own = add(street, "community", item.name);
    drawn.push({ area: own, ring: plot });
    own.codes.push({ scheme: "nbs", code: item.nbs, from: "2023-01-01", to: null });
    if (item.name === told.model)
      own.codes.push({ scheme: "nbs", code: "520115403005", from: "2016-01-01", to: "2022-12-31" });
    const community: Community = {
      area: own,
      short: plainName(item.name),
      character: item.character,
      grids: [],
      street: grown,
    };
    growGrids(soil, community, { plot, code: item.nbs });
    drawn.push(...community.grids.map((grid) => ({ area: grid.area, ring: grid.ring })));
    grown.communities.push(community);
  });
  return grown;
}

function drawAll(drawn: Drawn[], ground: Ground): void {
  const outlines = drawTogether(
    drawn.map(({ ring }) => ring),
    ground,
  );
  for (const [index, { area: target }] of drawn.entries()) setShape(target, outlines[index] ?? []);
}

type Plot = { plot: Ring; code: string };

function growGrids(soil: Soil, community: Community, { plot, code }: Plot): void {
  const { random, add, today, ground } = soil;
  const young = community.area.name === told.nothingDue;
  const rings = inReadingOrder(divide(random, plot, gridsEach, drawnWrong[community.area.name] ?? 0), 3);
  if (young) community.area.openedOn = printDay(today - 75);
  const dedicatedFrom = community.character === "office" ? 12 : 14;
  rings.forEach((ring, index) => {
    const dedicated = index >= dedicatedFrom;
    const grid = add(
      community.area,
      "grid",
      dedicated ? `${community.short}专属网格${index + 1 - dedicatedFrom}` : `${community.short}第${index + 1}网格`,
    );
    grid.kind = dedicated ? "dedicated" : "general";
    grid.openedOn = young ? printDay(today - 75) : "2021-03-01";
    grid.households = dedicated ? random.whole(0, 60) : young ? random.whole(20, 90) : random.whole(290, 520);
    grid.residents = Math.round(grid.households * random.between(2.1, 2.8));
    grid.partyFrom = partyFrom(soil, community);
    grid.codes.push({
      scheme: "local",
      code: `${code}${String(index + 1).padStart(3, "0")}`,
      from: grid.openedOn,
      to: null,
    });
    community.grids.push({ area: grid, ring, ground, buildings: [] });
  });
  if (community.area.name === told.tower) mergeAway(soil, community);
}

/** Party groups grow over the year: about half of the grids had one before, four in five have one today. */
function partyFrom({ random, today }: Soil, community: Community): string | null {
  if (community.area.name === told.model) return printDay(dayNumber("2021-06-01") + random.whole(0, 200));
  if (community.area.name === told.nothingDue) return null;
  const at = random.next();
  if (at < 0.54) return printDay(dayNumber("2021-07-01") + random.whole(0, 900));
  return at < 0.82 ? printDay(today - random.whole(3, 390)) : null;
}

/** A grid that ended when its neighbour took it over. */
function mergeAway({ add, today }: Soil, community: Community): void {
  const ended = add(community.area, "grid", `${community.short}第16网格（已撤并）`);
  ended.kind = "general";
  ended.openedOn = "2021-03-01";
  ended.closedOn = printDay(today - 150);
  const heir = community.grids[13];
  if (heir) heir.area.predecessor = ended;
}

/** Buildings in the estate of towers, micro-grids in the model community. */
function fillGrids({ random, add, ground }: Soil, community: Community): void {
  const tower = community.area.name === told.tower;
  const model = community.area.name === told.model;
  let built = 0;
  community.grids.forEach((grid, index) => {
    if (model && grid.area.kind === "general") {
      const rings = inReadingOrder(divide(random, grid.ring, 4), 2);
      const outlines = drawTogether(rings, ground);
      rings.forEach((_, part) => {
        const micro = add(grid.area, "grid", `${grid.area.name}${"甲乙丙丁"[part]}微网格`);
        micro.kind = "micro";
        micro.openedOn = "2023-05-01";
        micro.households = Math.floor((grid.area.households ?? 0) / 4);
        micro.residents = Math.floor((grid.area.residents ?? 0) / 4);
        setShape(micro, outlines[part] ?? []);
      });
    }
    const upto = tower ? Math.round((buildingsOfTower * (index + 1)) / community.grids.length) : 0;
    divide(random, grid.ring, Math.max(1, upto - built)).forEach((ring) => {
      if (built >= upto) return;
      built += 1;
      const building = add(grid.area, "building", `${built}幢`);
      const footprint = oblongIn(ring);
      setShape(building, drawAlone(footprint, ground));
      grid.buildings.push({ area: building, ring: footprint });
    });
  });
}

function setShape(target: Area, outline: Position[]): void {
  target.shape = { type: "Polygon", coordinates: [outline] };
  target.outline = { type: "Polygon", coordinates: [thinned(outline, 2e-5)] };
  target.areaM2 = Math.round(area(target.shape));
}

/** Households and residents from below; what is covered is the ground of the grids, overlaps counted once. */
function sumUp(target: Area): void {
  for (const child of target.children) sumUp(child);
  if (target.level === "grid" || target.level === "building") return;
  const open = target.children.filter((child) => child.closedOn === null);
  const sum = (of: (child: Area) => number | null) => open.reduce((total, child) => total + (of(child) ?? 0), 0);
  const homeless = target.level === "community" && drawnWrong[target.name] !== undefined ? 1.04 : 1;
  target.households = Math.round(sum((child) => child.households) * homeless);
  target.residents = Math.round(sum((child) => child.residents) * homeless);
  if (target.level === "community")
    target.coveredM2 = Math.min(
      target.areaM2 ?? 0,
      sum((child) => child.areaM2),
    );
  else if (target.level !== "street") target.areaM2 = sum((child) => child.areaM2);
}

/** Depth-first; the database numbers them anew, with room between. */
function listed(root: Area): Area[] {
  const all: Area[] = [];
  const walk = (target: Area) => {
    all.push(target);
    target.pos = all.length;
    target.children.forEach(walk);
    target.last = all.length;
  };
  walk(root);
  return all;
}
