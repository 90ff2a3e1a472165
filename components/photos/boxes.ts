/** A part of a picture that is blacked out, in hundredths of its width and height. */
export type Box = { key: number; left: number; top: number; width: number; height: number };
export type Side = Exclude<keyof Box, "key">;
export const sides = ["left", "top", "width", "height"] as const satisfies Side[];
export type Point = { x: number; y: number };

export const mostBoxes = 12;
const smallest = 1;

export function between(key: number, from: Point, to: Point): Box {
  const [left, top] = [Math.min(from.x, to.x), Math.min(from.y, to.y)];
  return inside({ key, left, top, width: Math.abs(to.x - from.x), height: Math.abs(to.y - from.y) });
}

/** The box as far as it lies on the picture. */
export function inside({ key, left, top, width, height }: Box): Box {
  const [x, y] = [bounded(left, 0, 100 - smallest), bounded(top, 0, 100 - smallest)];
  return { key, left: x, top: y, width: bounded(width, smallest, 100 - x), height: bounded(height, smallest, 100 - y) };
}

const bounded = (n: number, low: number, high: number) =>
  Math.min(high, Math.max(low, Number.isFinite(n) ? Math.round(n * 10) / 10 : low));

/** Draws the picture with its boxes: what is seen is what is sent. */
export function paint(canvas: HTMLCanvasElement, picture: ImageBitmap, boxes: readonly Box[]): void {
  const on = canvas.getContext("2d");
  if (!on) return;
  const { width: w, height: h } = canvas;
  on.fillStyle = "#ffffff";
  on.fillRect(0, 0, w, h);
  on.drawImage(picture, 0, 0, w, h);
  on.fillStyle = "#000000";
  for (const { left, top, width, height } of boxes)
    on.fillRect(
      Math.floor((left * w) / 100),
      Math.floor((top * h) / 100),
      Math.ceil((width * w) / 100),
      Math.ceil((height * h) / 100),
    );
}
