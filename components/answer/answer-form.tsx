"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { markField } from "../../lib/senses/answering/input";
import { FormStatus } from "../ui/form-status";
import { Select } from "../ui/input";
import { SubmitButton } from "../ui/submit-button";
import { KeepDraft } from "./keep-draft";
import { type Question, QuestionField } from "./question-field";
import type { AnswerTexts } from "./texts";

type AnswerFormProps = {
  action: FormAction;
  code: string;
  /** Under which the form is sent: sent twice it is one answer. */
  sendKey: string;
  items: Question[];
  /** Where one may say to live, in a round that is open to everybody. */
  areas: { id: string; name: string }[] | null;
  area: string;
  one: boolean;
  texts: AnswerTexts;
};

/** The questions, all on one page or one a screen; nothing of it needs a script. */
export function AnswerForm({ action, code, sendKey, items, areas, area, one, texts }: AnswerFormProps) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  const given = refused?.values ?? {};
  return (
    <form action={submit} id="answer" className="grid gap-8">
      <input type="hidden" name="code" value={code} />
      <input type="hidden" name="key" value={given.key ?? sendKey} />
      {areas ? (
        <Select
          name="area"
          label={texts.area}
          defaultValue={given.area ?? area}
          key={given.area ?? area}
          error={refused?.fields.area}
          className="h-12"
        >
          <option value="">{texts.areaChoose}</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
      ) : null}
      {items.map((item, index) => (
        <QuestionField
          key={item.code}
          question={item}
          value={given[markField(item.code)]}
          place={{ at: index + 1, of: items.length }}
          one={one}
          texts={texts}
        />
      ))}
      <div id={`q${items.length + 1}`} className="grid gap-4">
        <FormStatus refused={refused?.reason} />
        <div className="*:h-12 *:w-full *:text-lg sm:*:w-auto sm:*:px-8">
          <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
        </div>
      </div>
      {areas ? null : <KeepDraft form="answer" code={code} text={texts.kept} />}
    </form>
  );
}
