import type { Position } from "geojson";
import type { Box } from "./model";

export const drawingWidth = 1000;

/** How a drawing lies on the earth: its corner, its scale, and how high it is where it is 1000 wide. */
export type Ground = { west: number; top: number; scale: number; height: number };

export function groundOf({ west, north, east, south }: Box): Ground {
  const top = mercator(north);
  const tall = top - mercator(south);
  const scale = drawingWidth / Math.max(east - west, tall / 2, 1e-9);
  return { west, top, scale, height: Math.max(1, Math.round(tall * scale)) };
}

export function placeOn({ west, top, scale }: Ground, [lon = 0, lat = 0]: Position): [x: number, y: number] {
  return [Math.round((lon - west) * scale), Math.round((top - mercator(lat)) * scale)];
}

/** The point under a place of the drawing. */
export function pointOn(
  { west, top, scale }: Ground,
  { x, y }: { x: number; y: number },
): { lon: number; lat: number } {
  const rise = ((top - y / scale) * Math.PI) / 180;
  return { lon: west + x / scale, lat: (Math.atan(Math.exp(rise)) * 360) / Math.PI - 90 };
}

const mercator = (lat: number) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) * (180 / Math.PI);
