"use client";

import { useActionState } from "react";
import { type FormAction, idle } from "../../lib/form-state";
import { FormStatus } from "../ui/form-status";
import { Input, Select } from "../ui/input";
import { Notice } from "../ui/notice";
import { PrintButton } from "../ui/print-button";
import { SubmitButton } from "../ui/submit-button";
import { CodeSheets, type SheetTexts } from "./code-sheets";

export type SheetsFormTexts = SheetTexts &
  Record<"area" | "each" | "sheets" | "sheetsHelp" | "submit" | "pending" | "made" | "once" | "print", string>;

type SheetsFormProps = {
  action: FormAction;
  hidden: Record<string, string>;
  areas: { id: string; name: string }[];
  usual: number;
  /** Where the codes lead to. */
  site: string;
  texts: SheetsFormTexts;
};

/** Makes a batch of one-time codes; they stand in the answer, once, ready to be printed. */
export function SheetsForm({ action, hidden, areas, usual, site, texts }: SheetsFormProps) {
  const [state, submit] = useActionState(action, idle);
  const refused = state.status === "refused" ? state : null;
  if (state.status === "done") {
    const batches = (state.shown.batches ?? "").split("\n").map((line) => line.split("\t"));
    return (
      <div className="grid grid-cols-1 gap-5">
        <div className="grid gap-3 print:hidden">
          <Notice tone="good" live title={texts.made}>
            <p>{texts.once}</p>
          </Notice>
          <p>
            <PrintButton label={texts.print} isNext />
          </p>
        </div>
        {batches.map(([area = "", codes = ""]) => (
          <CodeSheets key={codes} codes={codes.split(" ")} area={area} site={site} texts={texts} />
        ))}
      </div>
    );
  }
  return (
    <form action={submit} className="grid max-w-xl gap-4">
      <FormStatus refused={refused?.reason} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="areaId"
        label={texts.area}
        defaultValue={refused?.values.areaId ?? areas[0]?.id ?? ""}
        key={refused?.values.areaId}
        error={refused?.fields.areaId}
      >
        {areas.length > 1 ? <option value="each">{texts.each}</option> : null}
        {areas.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Input
        name="sheets"
        type="number"
        label={texts.sheets}
        help={texts.sheetsHelp}
        defaultValue={refused?.values.sheets ?? String(usual)}
        error={refused?.fields.sheets}
      />
      <div>
        <SubmitButton pending={texts.pending}>{texts.submit}</SubmitButton>
      </div>
    </form>
  );
}
