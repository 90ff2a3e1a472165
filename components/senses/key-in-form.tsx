"use client";

import { useActionState } from "react";
import { type FormAction, type FormState, idle } from "../../lib/form-state";
import { markField, wordsField } from "../../lib/senses/answering/input";
import { mostWords } from "../../lib/senses/items";
import type { Question } from "../../lib/senses/questions";
import { Checkbox } from "../ui/choices";
import { FormStatus } from "../ui/form-status";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { onKey } from "./key-in-keys";

type KeyInFormProps = {
  action: FormAction;
  pile: string;
  /** The number of the form that comes next. */
  first: number;
  questions: Question[];
  texts: Record<"number" | "second" | "secondHelp" | "save" | "pending" | "saved" | "agrees" | "differs", string>;
};

/** One paper form after another: a digit leads to the next question, Enter keeps the form and begins the next. */
export function KeyInForm({ action, pile, first, questions, texts }: KeyInFormProps) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  const done = state.status === "done" ? state.shown : null;
  const number = refused?.values.number ?? done?.next ?? String(first);
  return (
    <form action={submit} onKeyDown={onKey} className="grid max-w-3xl gap-4">
      <input type="hidden" name="id" value={pile} />
      <FormStatus refused={refused?.reason} />
      {done ? <Kept done={done} questions={questions} texts={texts} /> : null}
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2" key={`number ${number}`}>
        <div className="w-32">
          <Input name="number" label={texts.number} inputMode="numeric" defaultValue={number} maxLength={4} />
        </div>
        <Checkbox
          name="second"
          label={texts.second}
          help={texts.secondHelp}
          value="on"
          defaultChecked={isSecond(state)}
          key={String(isSecond(state))}
        />
      </div>
      <ol className="grid gap-0.5" key={`marks ${number} ${refused === null}`}>
        {questions.map((question, index) => (
          <KeyedLine
            key={question.code}
            question={question}
            place={index + 1}
            before={refused?.values[(question.kind === "text" ? wordsField : markField)(question.code)] ?? ""}
          />
        ))}
      </ol>
      <div>
        <SubmitButton pending={texts.pending}>{texts.save}</SubmitButton>
      </div>
    </form>
  );
}

type LineProps = { question: Question; place: number; before: string };

function KeyedLine({ question: { code, kind, label, low, high, shownIf, options }, place, before }: LineProps) {
  const name = `${place}. ${label}`;
  if (kind === "text")
    return (
      <li className="grid gap-1 py-1">
        <span aria-hidden="true">{name}</span>
        <input
          name={wordsField(code)}
          aria-label={name}
          autoComplete="off"
          maxLength={mostWords}
          data-step=""
          defaultValue={before}
          className="touch h-9 rounded border border-edge bg-raised px-2"
        />
      </li>
    );
  return (
    <li className="flex items-center gap-3">
      <input
        id={code}
        name={markField(code)}
        aria-label={name}
        inputMode="numeric"
        autoComplete="off"
        maxLength={String(high).length}
        data-step=""
        data-low={low}
        data-high={high}
        data-if={shownIf ? JSON.stringify(shownIf) : undefined}
        defaultValue={before}
        // biome-ignore lint/a11y/noAutofocus: whoever keys a pile has both hands on the digits
        autoFocus={place === 1}
        className="touch size-9 shrink-0 rounded border border-edge bg-raised text-center text-lg tabular-nums"
      />
      <span aria-hidden="true">
        {name}{" "}
        <span className={`text-sm text-second ${kind === "choice" ? "" : "whitespace-nowrap"}`}>
          {kind === "choice" ? options.map((option, at) => `${at + 1} ${option}`).join(" · ") : `${low}–${high}`}
        </span>
      </span>
    </li>
  );
}

/** A second reading goes on with second readings. */
const isSecond = (state: FormState) =>
  state.status === "refused" ? state.values.second === "on" : state.status === "done" && state.shown.second === "on";

type KeptProps = { done: Record<string, string>; questions: Question[]; texts: KeyInFormProps["texts"] };

function Kept({ done: { number = "", second, differing = "" }, questions, texts }: KeptProps) {
  const places = differing
    .split(" ")
    .map((code) => questions.findIndex((question) => question.code === code) + 1)
    .filter((place) => place > 0);
  if (places.length > 0)
    return <Notice tone="soon" live title={texts.differs.replace("#", number).replace("@", places.join(", "))} />;
  return <Notice tone="good" live title={(second === "on" ? texts.agrees : texts.saved).replace("#", number)} />;
}
