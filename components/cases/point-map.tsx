"use client";

import { type MouseEvent, type ReactNode, type RefObject, useState } from "react";
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

/** Where it is, by a point: on the map, or by numbers. */
export function PointPart({ form, map, isOpen, texts, children }: Props) {
  return (
    <Fold label={texts.map} open={isOpen}>
      {map ? <PointMap form={form} map={map} texts={texts} /> : null}
      <div className="grid grid-cols-2 gap-4">{children}</div>
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
    const answer = await fetch(`/api/places?lon=${lon.toFixed(5)}&lat=${lat.toFixed(5)}`).catch(() => null);
    const [found] = answer?.ok ? (await answer.json()).rows : [];
    if (found && form.current) putPlace(form.current, found);
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

function write(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}
