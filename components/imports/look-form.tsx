"use client";

import { type FormEvent, type ReactNode, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/choices";
import { controlClass, Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Rejections, type RejectionTexts, type Report } from "./rejections";

export type LookFormTexts = RejectionTexts &
  Record<"file" | "fileHelp" | "look" | "looking" | "nothingYet" | "written" | "write" | "skip" | "failed", string> & {
    counts: Partial<Record<Counted, string>>;
  };

type Counted = "read" | "new" | "changed" | "same" | "rejected" | "leftOut";

type Props<R extends Report> = {
  address: string;
  texts: LookFormTexts;
  before?: ReactNode;
  /** What may be chosen once the sheet was looked at; what is chosen otherwise has to be looked at again. */
  choices?: (seen: R) => ReactNode;
};

/** A sheet is looked at first; what would come of it is shown, and only then it may be written. */
export function LookForm<R extends Report>({ address, texts, before, choices }: Props<R>) {
  const form = useRef<HTMLFormElement>(null);
  const [seen, setSeen] = useState<R | null>(null);
  const [isFresh, setFresh] = useState(false);
  const [fault, setFault] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const send = async (accepted: string | null) => {
    if (!form.current || busy) return;
    const body = new FormData(form.current);
    if (accepted !== null) body.set("accepted", accepted);
    setBusy(true);
    const answer = await fetch(address, { method: "POST", body }).catch(() => null);
    const said = await answer?.json().catch(() => null);
    setBusy(false);
    setFault(answer?.ok ? null : (said?.message ?? texts.failed));
    setFresh(answer?.ok === true);
    if (answer?.ok) setSeen(said);
  };
  const look = async (event: FormEvent) => {
    event.preventDefault();
    await send(null);
  };
  const report = isFresh ? seen : null;
  const mayWrite = report && !report.applied && report.new + report.changed > 0;
  return (
    <form ref={form} onSubmit={look} className="grid gap-4">
      {before}
      <Field name="file" label={texts.file} help={texts.fileHelp}>
        <input
          type="file"
          id="file"
          name="file"
          required
          accept=".csv,.txt,.tsv,text/csv"
          aria-describedby="file-help"
          onChange={() => setSeen(null)}
          className={`${controlClass} py-1.5`}
        />
      </Field>
      {seen && choices ? <div onChange={() => setFresh(false)}>{choices(seen)}</div> : null}
      <div>
        <Button type="submit" aria-disabled={busy}>
          {busy ? texts.looking : texts.look}
        </Button>
      </div>
      <div aria-live="polite" className="grid gap-4">
        {fault ? <Notice tone="late" title={fault} /> : null}
        {report ? <Outcome report={report} texts={texts} /> : null}
      </div>
      {mayWrite ? (
        <div className="grid gap-3">
          {report.rejected > 0 ? <Checkbox name="skip" label={texts.skip} value="on" /> : null}
          <div>
            <Button tone="primary" onClick={() => send(report.hash)} aria-disabled={busy}>
              {busy ? texts.looking : texts.write}
            </Button>
          </div>
        </div>
      ) : null}
    </form>
  );
}

function Outcome({ report, texts }: { report: Report; texts: LookFormTexts }) {
  const counts = Object.entries(texts.counts).map(([key, text]) =>
    // Object.entries forgets the names of its keys; those of the texts are typed.
    text.replace("{n}", String(report[key as Counted] ?? 0)),
  );
  return (
    <>
      <Notice tone={report.applied ? "good" : "info"} title={report.applied ? texts.written : texts.nothingYet}>
        <p>{counts.join("，")}</p>
        {report.notices.map((notice) => (
          <p key={notice} className="text-sm text-second">
            {notice}
          </p>
        ))}
      </Notice>
      <Rejections rejections={report.rejections} texts={texts} />
    </>
  );
}
