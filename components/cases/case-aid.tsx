"use client";

import { useEffect, useState } from "react";
import { suggestCategories } from "../../lib/cases/alike/suggest";
import { Button } from "../ui/button";
import { keepDraft, restoreDraft } from "../ui/draft";
import { Notice } from "../ui/notice";

type Alike = { id: string; number: number; title: string };
export type CaseAidTexts = { alike: string; alikeHelp: string; suggested: string; restored: string };
type Props = { draft: string; names: Record<string, string>; texts: CaseAidTexts };

const pause = 400;

/** Beside the form of a new request, while one writes: likely categories, what may be the same matter, and the draft. */
export function CaseAid({ draft, names, texts }: Props) {
  const [told, setTold] = useState({ title: "", areaId: "", place: "", categoryCode: "" });
  const [restored, setRestored] = useState(false);
  useEffect(() => {
    const form = formOf();
    if (!form) return;
    const look = () => setTold(toldIn(form));
    setRestored(restoreDraft(draft, form));
    look();
    form.addEventListener("input", look);
    const stop = keepDraft(draft, form);
    return () => {
      form.removeEventListener("input", look);
      stop();
    };
  }, [draft]);
  const alike = useAlike(told);
  const suggested = told.categoryCode ? [] : suggestCategories(`${told.title} ${told.place}`);
  return (
    <div className="grid max-w-xl gap-3 pb-4" aria-live="polite">
      {restored ? <p className="text-sm text-second">{texts.restored}</p> : null}
      {suggested.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-sm text-second">{texts.suggested}</span>
          {suggested.map(({ code, matched }) => (
            <Button key={code} small onClick={() => choose(code)}>
              {names[code]} <span className="text-second">{matched.join(" · ")}</span>
            </Button>
          ))}
        </div>
      ) : null}
      {alike.length > 0 ? (
        <Notice tone="soon" title={texts.alike}>
          <p>{texts.alikeHelp}</p>
          <ul>
            {alike.map(({ id, number, title }) => (
              <li key={id}>
                <a href={`/cases/${id}`} target="_blank" rel="noreferrer" className="underline underline-offset-2">
                  № {number} {title}
                </a>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  );
}

const formOf = () => document.querySelector<HTMLInputElement>("main input[name=title]")?.form ?? null;

function toldIn(form: HTMLFormElement) {
  const data = new FormData(form);
  const text = (name: string) => String(data.get(name) ?? "");
  return { title: text("title"), areaId: text("areaId"), place: text("place"), categoryCode: text("categoryCode") };
}

function choose(code: string) {
  const select = document.querySelector<HTMLSelectElement>("main select[name=categoryCode]");
  if (!select) return;
  select.value = code;
  select.dispatchEvent(new Event("input", { bubbles: true }));
}

/** Asked when one pauses, and of the last that was written only. */
function useAlike(told: ReturnType<typeof toldIn>): Alike[] {
  const [alike, setAlike] = useState<Alike[]>([]);
  const query = told.title.length >= 4 && told.areaId ? new URLSearchParams(told).toString() : "";
  useEffect(() => {
    if (!query) return setAlike([]);
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
