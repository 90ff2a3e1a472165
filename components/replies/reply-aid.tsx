"use client";

import { useEffect, useId, useRef, useState } from "react";
import { asRead, type ReplyValues } from "../../lib/replies/model";
import { controlClass } from "../ui/field";

export type ReplyAidTexts = Record<"choose" | "none" | "preview" | "nothing" | "unknown" | "empty" | "marks", string>;

type Props = {
  /** The field of the form around it that holds the text. */
  field: string;
  templates: readonly { id: string; name: string; body: string }[];
  values: ReplyValues;
  texts: ReplyAidTexts;
};

/** In a form with an answer: texts to choose from, and exactly what the resident will read. */
export function ReplyAid({ field, templates, values, texts }: Props) {
  const id = useId();
  const here = useRef<HTMLDivElement>(null);
  const [text, setText] = useState("");
  useEffect(() => {
    const form = here.current?.closest("form");
    const look = () => setText(fieldOf(here.current, field)?.value ?? "");
    // A form that is sent empties its fields after it has told that it will.
    const lookLater = () => setTimeout(look);
    look();
    form?.addEventListener("input", look);
    form?.addEventListener("reset", lookLater);
    return () => {
      form?.removeEventListener("input", look);
      form?.removeEventListener("reset", lookLater);
    };
  }, [field]);
  const choose = (chosen: string) => {
    const area = fieldOf(here.current, field);
    const body = templates.find((one) => one.id === chosen)?.body;
    if (!area || body === undefined) return;
    area.value = body;
    area.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const filled = asRead(text, values);
  return (
    <div ref={here} className="grid gap-3">
      {templates.length > 0 ? (
        <label className="grid gap-1 font-semibold">
          {texts.choose}
          <select
            defaultValue=""
            onChange={(event) => choose(event.target.value)}
            className={`${controlClass} h-9 font-normal`}
          >
            <option value="">{texts.none}</option>
            {templates.map((one) => (
              <option key={one.id} value={one.id}>
                {one.name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <p className="break-keep text-sm text-second">{texts.marks}</p>
      <section aria-labelledby={id} className="grid gap-1 rounded border border-line bg-paper px-3 py-2">
        <h3 id={id} className="text-sm text-second">
          {texts.preview}
        </h3>
        <p aria-live="polite" className={`whitespace-pre-line break-words ${text ? "" : "text-faint"}`}>
          {filled.text || texts.nothing}
        </p>
        <Wrong names={filled.unknown} text={texts.unknown} />
        <Wrong names={filled.empty} text={texts.empty} />
      </section>
    </div>
  );
}

function Wrong({ names, text }: { names: string[]; text: string }) {
  if (names.length === 0) return null;
  return (
    <p className="text-sm font-semibold text-accent">
      {text} {names.join(" ")}
    </p>
  );
}

function fieldOf(here: HTMLElement | null, name: string): HTMLTextAreaElement | null {
  return here?.closest("form")?.querySelector<HTMLTextAreaElement>(`textarea[name="${name}"]`) ?? null;
}
