import area from "@turf/area";
import booleanPointInPolygon from "@turf/boolean-point-in-polygon";
import { beforeAll, expect, test } from "vitest";
import { growTree, type Tree } from "./areas";
import { drawnWrong } from "./names";
import { pointIn } from "./plane";
import { randomFrom } from "./random";

let tree: Tree;
beforeAll(() => {
  tree = growTree("133", 20_780);
});

const sum = (numbers: (number | null)[]) => numbers.reduce<number>((total, n) => total + (n ?? 0), 0);

test("communities fill their street", () => {
  for (const { area: street, communities } of tree.streets) {
    expect(
      Math.abs(sum(communities.map((community) => community.area.areaM2)) / (street.areaM2 ?? 0) - 1),
    ).toBeLessThan(1e-5);
  }
});

test("grids fill their community, but for the gaps and the overlap that are there to be found", () => {
  for (const community of tree.streets.flatMap((street) => street.communities)) {
    const share = sum(community.grids.map((grid) => grid.area.areaM2)) / (community.area.areaM2 ?? 0);
    const wrong = drawnWrong[community.area.name] ?? 0;
    if (wrong > 0) expect(share).toBeLessThan(0.99);
    else if (wrong < 0) expect(share).toBeGreaterThan(1.01);
    else expect(Math.abs(share - 1)).toBeLessThan(1e-4);
    expect(community.area.coveredM2).toBeLessThanOrEqual(community.area.areaM2 ?? 0);
  }
});

test("every open area from the grid up is drawn, closed and thinner in outline", () => {
  for (const drawn of tree.all.filter(({ closedOn }) => closedOn === null)) {
    if (!drawn.shape || !drawn.outline) throw new Error(`${drawn.name} is not drawn`);
    if (area(drawn.shape) > 5_000) expect(Math.abs(area(drawn.outline) / area(drawn.shape) - 1)).toBeLessThan(0.03);
    const rings = drawn.shape.type === "Polygon" ? drawn.shape.coordinates : drawn.shape.coordinates.flat();
    for (const ring of rings) expect(ring.at(0)).toEqual(ring.at(-1));
  }
});

test("points lie inside their grid", () => {
  const random = randomFrom("points");
  const grids = tree.streets.flatMap((street) => street.communities).flatMap((community) => community.grids);
  for (const grid of grids) {
    const { shape } = grid.area;
    if (!shape) throw new Error(`${grid.area.name} is not drawn`);
    for (let n = 0; n < 5; n++)
      expect(booleanPointInPolygon(grid.ground(pointIn(random, grid.ring)), shape)).toBe(true);
  }
});
