import { expect, test } from "vitest";
import { readShape } from "./rings";

const square = (extra: number[][] = []) => ({
  type: "Polygon",
  coordinates: [[[106, 26], [106.01, 26], [106.01, 26.01], ...extra, [106, 26.01], [106, 26]]],
});

test("a ring that crosses itself by next to nothing is mended, and that is told", () => {
  const read = readShape(
    square([
      [106.00500001, 26.0100001],
      [106.005, 26.00999],
      [106.00500002, 26.0100001],
    ]),
  );
  expect(read).toMatchObject({ mended: { m2: expect.any(Number) } });
  expect(readShape(square())).toMatchObject({ mended: null });
});

test("one that crosses itself in earnest has no meaning and is refused", () => {
  const bow = {
    type: "Polygon",
    coordinates: [
      [
        [106, 26],
        [106.01, 26.01],
        [106.01, 26],
        [106, 26.012],
        [106, 26],
      ],
    ],
  };
  expect(readShape(bow)).toMatchObject({ fault: { reason: "shape.crossing" } });
  const even = {
    type: "Polygon",
    coordinates: [bow.coordinates[0]?.map(([lon, lat]) => [lon, lat === 26.012 ? 26.01 : lat])],
  };
  expect(readShape(even)).toMatchObject({ fault: { reason: "shape.crossing", values: { at: "106, 26" } } });
  const flat = {
    type: "Polygon",
    coordinates: [
      [
        [106, 26],
        [106.01, 26],
        [106.02, 26],
        [106, 26],
      ],
    ],
  };
  expect(readShape(flat)).toMatchObject({ fault: { reason: "shape.flat" } });
});
