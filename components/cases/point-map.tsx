"use client";

import { type MouseEvent, type ReactNode, type RefObject, useRef, useState } from "react";
import { type Ground, pointOn } from "../../lib/shapes/ground";
import { Fold } from "../ui/fold";
import { putPlace } from "./place-finder";

export type MapOfPlaces = { ground: Ground; outlines: { areaId: string; name: string; path: string }[] };
type Texts = { map: string; mapHelp: string };
type Form = RefObject<HTMLFormElement | null>;
type Props = {
  form: Form;
  /** Null where no area is drawn. */
  map: MapOfPlaces | null;
  isOpen: boolean;
  texts: Texts;
  /** The fields of longitude and latitude. */
  children: ReactNode;
};

/** Where it is, by a point: on the map, or by numbers. Either chooses the area around it. */
export function PointPart({ form, map, isOpen, texts, children }: Props) {
  const before = useRef("");
  const written = () => (form.current ? pointIn(form.current) : "");
  const look = () => {
    const point = written();
    if (form.current && point && point !== before.current) void chooseAround(form.current, point);
  };
  return (
    <Fold label={texts.map} open={isOpen}>
      {map ? <PointMap form={form} map={map} texts={texts} /> : null}
      <fieldset
        aria-label={texts.map}
        onFocus={() => {
          before.current = written();
        }}
        onBlur={look}
        className="grid grid-cols-2 gap-4"
      >
        {children}
      </fieldset>
    </Fold>
  );
}

/** A click writes the point down and chooses the area around it. */
function PointMap({ form, map: { ground, outlines }, texts }: { form: Form; map: MapOfPlaces; texts: Texts }) {
  const [mark, setMark] = useState<{ x: number; y: number } | null>(null);
  const choose = async (event: MouseEvent<SVGSVGElement>) => {
    const matrix = event.currentTarget.getScreenCTM();
    if (!matrix || !form.current) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse());
    const { lon, lat } = pointOn(ground, { x, y });
    setMark({ x, y });
    write(form.current, "lon", lon.toFixed(5));
    write(form.current, "lat", lat.toFixed(5));
    await chooseAround(form.current, pointIn(form.current));
  };
  return (
    <div className="needs-script">
      <p className="py-2 text-sm text-second">{texts.mapHelp}</p>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: the fields of longitude and latitude are the way by keys */}
      <svg
        viewBox={`-4 -4 1008 ${ground.height + 8}`}
        role="img"
        aria-label={texts.map}
        onClick={choose}
        className="max-h-96 w-full cursor-crosshair"
      >
        {outlines.map(({ areaId, name, path }) => (
          <path key={areaId} d={path} fill="var(--paper)" stroke="var(--edge)" strokeWidth="2">
            <title>{name}</title>
          </path>
        ))}
        {mark ? (
          <circle cx={mark.x} cy={mark.y} r="10" fill="var(--accent)" stroke="var(--raised)" strokeWidth="3" />
        ) : null}
      </svg>
    </div>
  );
}

/** The point that is written down, as it is asked for; nothing while half of it is. */
function pointIn(form: HTMLFormElement): string {
  const data = new FormData(form);
  const [lon, lat] = [String(data.get("lon") ?? ""), String(data.get("lat") ?? "")];
  return lon && lat ? String(new URLSearchParams({ lon, lat })) : "";
}

async function chooseAround(form: HTMLFormElement, point: string): Promise<void> {
  const answer = await fetch(`/api/places?${point}`).catch(() => null);
  const [found] = answer?.ok ? (await answer.json()).rows : [];
  if (found) putPlace(form, found);
}

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
