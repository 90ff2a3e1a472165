"use client";

import { type KeyboardEvent, type RefObject, useEffect, useId, useRef, useState } from "react";
import type { FoundPlace } from "../../lib/areas/find-places";
import { choose } from "../ui/draft";
import { controlClass } from "../ui/field";

export type PlaceFinderTexts = { find: string; findHelp: string; found: string; notFound: string };
type Props = { form: RefObject<HTMLFormElement | null>; texts: PlaceFinderTexts };

const pause = 250;

/** Finds the area by typing a part of the name of a grid, building or station; arrows choose, Enter takes. */
export function PlaceFinder({ form, texts }: Props) {
  const id = useId();
  const line = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [rows, setRows] = useState<FoundPlace[] | null>(null);
  const [at, setAt] = useState(0);
  // What was typed before the page had woken is looked for as well.
  useEffect(() => setTyped(line.current?.value ?? ""), []);
  useEffect(() => {
    if (typed.trim().length < 2) return setRows(null);
    const left = new AbortController();
    const timer = setTimeout(async () => {
      const query = new URLSearchParams({ q: typed.trim() });
      const answer = await fetch(`/api/places?${query}`, { signal: left.signal }).catch(() => null);
      if (!answer?.ok) return;
      setRows((await answer.json()).rows);
      setAt(0);
    }, pause);
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [typed]);
  const take = (found: FoundPlace) => {
    if (form.current) putPlace(form.current, found);
    if (line.current) line.current.value = "";
    setTyped("");
    setRows(null);
  };
  const many = rows?.length ?? 0;
  const chosen = rows?.[at];
  const keys: Record<string, () => void> = {
    ArrowDown: () => setAt((at + 1) % Math.max(1, many)),
    ArrowUp: () => setAt((at - 1 + many) % Math.max(1, many)),
    Enter: () => (chosen ? take(chosen) : undefined),
    Escape: () => setRows(null),
  };
  const steer = (event: KeyboardEvent<HTMLInputElement>) => {
    const does = typed === "" ? undefined : keys[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  };
  return (
    <div className="needs-script relative grid content-start gap-1 sm:col-span-1!">
      <label htmlFor={id} className="w-fit font-semibold">
        {texts.find}
      </label>
      <input
        id={id}
        role="combobox"
        autoComplete="off"
        aria-expanded={rows !== null}
        aria-controls={`${id}list`}
        aria-activedescendant={chosen ? `${id}${at}` : undefined}
        aria-describedby={`${id}help`}
        ref={line}
        onChange={(event) => setTyped(event.target.value)}
        onKeyDown={steer}
        className={`${controlClass} h-9`}
      />
      <p id={`${id}help`} className="text-sm text-second">
        {texts.findHelp}
      </p>
      <div
        id={`${id}list`}
        role="listbox"
        aria-label={texts.found}
        className="absolute inset-x-0 top-17 z-20 rounded border border-edge bg-raised shadow empty:hidden"
      >
        {rows?.map((found, i) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field steers by keys, as a combobox does
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          <div
            key={`${found.areaId}${found.place}`}
            id={`${id}${i}`}
            role="option"
            aria-selected={i === at}
            onClick={() => take(found)}
            className="touch flex cursor-pointer items-baseline gap-2 px-3 py-1.5 aria-selected:bg-hover"
          >
            {found.name} <span className="text-sm text-second">{found.within}</span>
          </div>
        ))}
        {rows?.length === 0 ? <p className="px-3 py-1.5 text-second">{texts.notFound}</p> : null}
      </div>
    </div>
  );
}

/** Chooses the area in the list of the form, adding what the list does not show, and writes a station into the place. */
export function putPlace(form: HTMLFormElement, { areaId, name, within, place }: FoundPlace): void {
  const select = form.elements.namedItem("areaId");
  const line = form.elements.namedItem("place");
  if (!(select instanceof HTMLSelectElement)) return;
  choose(select, { value: areaId, label: `${within} ${name}` });
  if (place && line instanceof HTMLInputElement) line.value = place;
  select.dispatchEvent(new Event("input", { bubbles: true }));
}
