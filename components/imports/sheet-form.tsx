"use client";

import { type FormEvent, useRef, useState } from "react";
import { Button } from "../ui/button";
import { Checkbox } from "../ui/choices";
import { controlClass, Field } from "../ui/field";
import { Select } from "../ui/input";
import { Notice } from "../ui/notice";
import { Rejections, type RejectionTexts, type Report } from "./rejections";

export type SheetFormTexts = RejectionTexts &
  Record<
    "source" | "file" | "fileHelp" | "look" | "looking" | "nothingYet" | "written" | "write" | "skip" | "failed",
    string
  > & { counts: Record<Counted, string> };

const counted = ["read", "new", "changed", "same", "rejected"] as const;
type Counted = (typeof counted)[number];

type Props = { address: string; sources: string[]; texts: SheetFormTexts };

/** A sheet is looked at first; what would come of it is shown, and only then it may be written. */
export function SheetForm({ address, sources, texts }: Props) {
  const form = useRef<HTMLFormElement>(null);
  const [report, setReport] = useState<Report | null>(null);
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
    setReport(answer?.ok ? said : null);
  };
  const look = async (event: FormEvent) => {
    event.preventDefault();
    await send(null);
  };
  const mayWrite = report && !report.applied && report.new + report.changed > 0;
  return (
    <form ref={form} onSubmit={look} className="grid gap-4">
      <Select name="source" label={texts.source}>
        {sources.map((source) => (
          <option key={source} value={source}>
            {source}
          </option>
        ))}
      </Select>
      <Field name="file" label={texts.file} help={texts.fileHelp}>
        <input
          type="file"
          id="file"
          name="file"
          required
          accept=".csv,.txt,.tsv,text/csv"
          aria-describedby="file-help"
          onChange={() => setReport(null)}
          className={`${controlClass} py-1.5`}
        />
      </Field>
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

function Outcome({ report, texts }: { report: Report; texts: SheetFormTexts }) {
  const counts = counted.map((key) => texts.counts[key].replace("{n}", String(report[key])));
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
