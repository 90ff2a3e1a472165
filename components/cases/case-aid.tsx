import type { Suggestion } from "../../lib/cases/alike/suggest";
import type { Emergency } from "../../lib/cases/intake/emergency";
import { Button, buttonClass } from "../ui/button";
import { Notice } from "../ui/notice";
import type { Alike } from "./told";

type SuggestionsProps = {
  suggested: Suggestion[];
  names: readonly { code: string; name: string }[];
  choose: (code: string) => void;
  label: string;
};

/** Likely categories with the words that speak for them. Its line is kept free, so that nothing moves when they appear. */
export function Suggestions({ suggested, names, choose, label }: SuggestionsProps) {
  const nameOf = (code: string) => names.find((known) => known.code === code)?.name;
  return (
    <div className="needs-script flex min-h-9 flex-wrap items-center gap-2" aria-live="polite">
      {suggested.length > 0 ? <span className="text-sm text-second">{label}</span> : null}
      {suggested.map(({ code, matched }) => (
        <Button key={code} small onClick={() => choose(code)}>
          {nameOf(code)} <span className="text-second">{matched.join(" · ")}</span>
        </Button>
      ))}
    </div>
  );
}

/** Danger first: who to call now. What was written stays and is registered afterwards. */
export function EmergencyNotice({
  emergencies,
  title,
  help,
}: {
  emergencies: Emergency[];
  title: string;
  help: string;
}) {
  return (
    <Notice tone="late" title={title} live>
      <div className="flex flex-wrap items-center gap-2 py-1">
        {emergencies.map(({ number, matched }) => (
          <span key={number} className="flex items-center gap-2">
            <a href={`tel:${number}`} className={`${buttonClass("primary")} text-lg font-semibold`}>
              {number}
            </a>
            {matched.length > 0 ? <span className="text-sm text-second">{matched.join(" · ")}</span> : null}
          </span>
        ))}
      </div>
      <p className="text-sm">{help}</p>
    </Notice>
  );
}

export type AlikeTexts = { alike: string; alikeHelp: string; alikeNone: string; alikeLink: string };

/** What may be the same matter. Each request stays one of its own: it may be tied to one of these. */
export function AlikeNotice({
  alike,
  linked,
  texts,
}: {
  alike: Alike[];
  linked: string | undefined;
  texts: AlikeTexts;
}) {
  return (
    <Notice tone="soon" title={texts.alike}>
      <p className="text-sm">{texts.alikeHelp}</p>
      <fieldset>
        <legend className="sr-only">{texts.alikeLink}</legend>
        <label className="touch flex w-fit items-center gap-2 py-1">
          <input type="radio" name="linkNumber" value="" defaultChecked={!linked} className="size-5 accent-accent" />
          {texts.alikeNone}
        </label>
        {alike.map(({ number, label, href }) => (
          <div key={number} className="flex items-start gap-2 py-1">
            <input
              type="radio"
              name="linkNumber"
              value={number}
              defaultChecked={linked === number}
              aria-label={`${texts.alikeLink} ${label}`}
              className="size-5 shrink-0 accent-accent"
            />
            <a href={href} target="_blank" rel="noreferrer" className="underline underline-offset-2">
              {label}
            </a>
          </div>
        ))}
      </fieldset>
    </Notice>
  );
}
