"use client";

import { type PointerEvent, type RefObject, useEffect, useRef, useState } from "react";
import { Button } from "../ui/button";
import { controlClass } from "../ui/field";
import { type Box, between, inside, mostBoxes, type Point, paint, type Side, sides } from "./boxes";

export type CoverTexts = {
  cover: string;
  coverHelp: string;
  boxAdd: string;
  boxRemove: string;
  /** By number, from none on. */
  canvas: readonly string[];
  /** By number, from the first on. */
  boxes: readonly string[];
} & Record<Side, string>;

type Props = {
  picture: ImageBitmap;
  size: { width: number; height: number };
  canvas: RefObject<HTMLCanvasElement | null>;
  texts: CoverTexts;
};

/** A picture on which parts are blacked out: by dragging over it, or by numbers. */
export function Cover({ picture, size, canvas, texts }: Props) {
  const [boxes, setBoxes] = useState<Box[]>([]);
  const [dragged, setDragged] = useState<{ from: Point; to: Point } | null>(null);
  const keys = useRef(0);
  const drawn = dragged ? [...boxes, between(0, dragged.from, dragged.to)] : boxes;
  useEffect(() => {
    if (canvas.current) paint(canvas.current, picture, drawn);
  });
  const add = (box: Box) => {
    keys.current += 1;
    if (boxes.length < mostBoxes) setBoxes([...boxes, { ...box, key: keys.current }]);
  };
  const change = (key: number, side: Side, value: number) =>
    setBoxes(boxes.map((box) => (box.key === key ? inside({ ...box, [side]: value }) : box)));
  return (
    <div className="grid gap-3">
      <p className="font-semibold">{texts.cover}</p>
      <p className="text-sm text-second">{texts.coverHelp}</p>
      <canvas
        ref={canvas}
        {...size}
        role="img"
        aria-label={texts.canvas[boxes.length]}
        className="max-h-[60vh] max-w-full cursor-crosshair touch-none rounded border border-line"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDragged({ from: pointOf(event), to: pointOf(event) });
        }}
        onPointerMove={(event) => dragged && setDragged({ ...dragged, to: pointOf(event) })}
        onPointerCancel={() => setDragged(null)}
        onPointerUp={(event) => {
          if (dragged && isDrag(dragged.from, pointOf(event))) add(between(0, dragged.from, pointOf(event)));
          setDragged(null);
        }}
      />
      {boxes.map((box, i) => (
        <BoxFields
          key={box.key}
          box={box}
          name={texts.boxes[i] ?? ""}
          texts={texts}
          change={(side, value) => change(box.key, side, value)}
          remove={() => setBoxes(boxes.filter(({ key }) => key !== box.key))}
        />
      ))}
      {boxes.length < mostBoxes ? (
        <div>
          <Button small onClick={() => add({ key: 0, left: 40, top: 40, width: 20, height: 20 })}>
            {texts.boxAdd}
          </Button>
        </div>
      ) : null}
    </div>
  );
}

const isDrag = (from: Point, to: Point) => Math.abs(to.x - from.x) > 0.5 && Math.abs(to.y - from.y) > 0.5;

function pointOf({ clientX, clientY, currentTarget }: PointerEvent<HTMLCanvasElement>): Point {
  const { left, top, width, height } = currentTarget.getBoundingClientRect();
  return { x: ((clientX - left) * 100) / width, y: ((clientY - top) * 100) / height };
}

type BoxProps = {
  box: Box;
  name: string;
  texts: CoverTexts;
  change: (side: Side, value: number) => void;
  remove: () => void;
};

function BoxFields({ box, name, texts, change, remove }: BoxProps) {
  return (
    <fieldset className="flex flex-wrap items-end gap-2">
      <legend className="text-sm text-second">{name}</legend>
      {sides.map((side) => (
        <label key={side} className="grid w-20 gap-0.5 text-sm text-second">
          {texts[side]}
          <input
            type="number"
            min={side === "width" || side === "height" ? 1 : 0}
            max={100}
            step={1}
            value={box[side]}
            onChange={(event) => change(side, event.target.valueAsNumber)}
            className={`${controlClass} h-9`}
          />
        </label>
      ))}
      <Button small tone="quiet" onClick={remove}>
        {texts.boxRemove}
      </Button>
    </fieldset>
  );
}
