"use client";

import { type FormEvent, type RefObject, useEffect, useState } from "react";
import { suggestCategories } from "../../lib/cases/alike/suggest";
import type { Question } from "../../lib/cases/catalogue/model";
import { type Emergency, emergenciesIn, type Watched } from "../../lib/cases/intake/emergency";
import type { Offer } from "../../lib/errors";
import { keepDraft, restoreChoices, restoreDraft } from "../ui/draft";

export type Alike = { number: string; label: string; href: string };
/** What the page knows of a category while a request is written. */
export type Guide = Watched & { name: string; words: string[]; notice: string | null; questions: Question[] };

const names = ["title", "areaId", "place", "body", "categoryCode"] as const;
type Told = Record<(typeof names)[number], string>;

/** How to reach somebody is kept sealed or not at all. */
const sealed = ["contactName", "contactPhone"];

type Asked = {
  form: RefObject<HTMLFormElement | null>;
  draft: string;
  catalogue: Guide[];
  /** What was sent and came back. */
  refused: { values: Record<string, string>; offers: readonly Offer[] } | null;
};

/** What the form tells while one writes, and what follows from it; the draft is kept along. */
export function useTold({ form, draft, catalogue, refused }: Asked) {
  const [told, setTold] = useState<Told>(() => toldBy((name) => refused?.values[name] ?? ""));
  const [restored, setRestored] = useState(false);
  const [live, setLive] = useState(false);
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    setRestored(restoreDraft(draft, current));
    setTold(toldIn(current));
    setLive(true);
    return keepDraft(draft, current, sealed);
  }, [draft, form]);
  // The questions of a category that a draft chose are there only now.
  useEffect(() => {
    if (restored && form.current) restoreDraft(draft, form.current);
  }, [restored, draft, form]);
  // What comes back is shown in a list drawn anew, without what was added to it.
  useEffect(() => {
    if (refused && form.current) restoreChoices(draft, form.current);
  }, [refused, draft, form]);
  const found = useAlike(told);
  const offers = refused?.offers ?? [];
  return {
    told,
    /** To be called as the form's onInput: a listener of its own would draw controlled fields before they hear. */
    look: (event: FormEvent<HTMLFormElement>) => setTold(toldIn(event.currentTarget)),
    restored,
    /** Whether the page itself looks for what is alike. */
    live,
    suggested: told.categoryCode ? [] : suggestCategories(`${told.title} ${told.place}`, choosable(catalogue)),
    alike: found ?? offers.filter(({ name }) => name === "linkNumber").map(asAlike),
    emergencies: emergenciesOf(told, catalogue, offers),
    choose: (code: string) => choose(form.current, code),
  };
}

const choosable = (catalogue: Guide[]) => catalogue.filter(({ parentCode }) => parentCode !== null);

const asAlike = ({ value, label, href }: Offer): Alike => ({ number: value, label, href });

/** As the page reckons; what only the server found is shown as well. */
function emergenciesOf(told: Told, catalogue: Guide[], offers: readonly Offer[]): Emergency[] {
  const text = `${told.title} ${told.place} ${told.body}`;
  const here = emergenciesIn({ text, categoryCode: told.categoryCode || null }, catalogue);
  const there = offers.filter(
    ({ name, value }) => name === "toldNumbers" && !here.some(({ number }) => number === value),
  );
  // The server offers such numbers only.
  return [...here, ...there.map(({ value }) => ({ number: value as Emergency["number"], matched: [] }))];
}

function toldBy(value: (name: string) => string): Told {
  const [title, areaId, place, body, categoryCode] = names.map(value);
  return {
    title: title ?? "",
    areaId: areaId ?? "",
    place: place ?? "",
    body: body ?? "",
    categoryCode: categoryCode ?? "",
  };
}

function toldIn(form: HTMLFormElement): Told {
  const data = new FormData(form);
  return toldBy((name) => String(data.get(name) ?? ""));
}

function choose(form: HTMLFormElement | null, code: string): void {
  const select = form?.elements.namedItem("categoryCode");
  if (!(select instanceof HTMLSelectElement)) return;
  select.value = code;
  select.dispatchEvent(new Event("input", { bubbles: true }));
  select.focus();
}

const pause = 400;

/** Asked when one pauses, and of the last that was written only; null until there was an answer. */
export function useAlike({ title, areaId, place, categoryCode }: Omit<Told, "body">): Alike[] | null {
  const [alike, setAlike] = useState<Alike[] | null>(null);
  const query = title.length >= 4 && areaId ? String(new URLSearchParams({ title, areaId, place, categoryCode })) : "";
  useEffect(() => {
    if (!query) return setAlike(null);
    const left = new AbortController();
    const timer = setTimeout(async () => {
      const answer = await fetch(`/api/cases/alike?${query}`, { signal: left.signal }).catch(() => null);
      if (answer?.ok) setAlike((await answer.json()).rows);
    }, pause);
    return () => {
      left.abort();
      clearTimeout(timer);
    };
  }, [query]);
  return alike;
}
