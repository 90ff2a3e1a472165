import turfArea from "@turf/area";
import turfUnion from "@turf/union";
import type { Feature } from "geojson";
import { polygonsOf, type Shape, shapeOf } from "./model";

/** Of the area this much may hang on how a crossing is read. */
const mostShare = 0.001;
const sliver = 1;

/** Undoes where rings cross themselves, if next to nothing hangs on it; null where the meaning is open. */
export function mended(shape: Shape): { shape: Shape; m2: number } | null {
  const feature: Feature<Shape> = { type: "Feature", properties: {}, geometry: shape };
  const whole = turfUnion({ type: "FeatureCollection", features: [feature, feature] })?.geometry;
  if (!whole) return null;
  const pieces = polygonsOf(whole).filter((rings) => turfArea(shapeOf([rings])) >= sliver);
  const sound = shapeOf(pieces);
  const m2 = Math.abs(turfArea(sound) - turfArea(shape));
  return pieces.length > 0 && m2 <= turfArea(shape) * mostShare ? { shape: sound, m2 } : null;
}
