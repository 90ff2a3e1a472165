"use client";

import { type FormEvent, useActionState, useEffect, useId, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { emergenciesIn } from "../../lib/cases/intake/emergency";
import { type FormAction, type FormState, idle } from "../../lib/form-state";
import { AlikeNotice, type AlikeTexts, EmergencyNotice } from "../cases/case-aid";
import { type Guide, useAlike } from "../cases/told";
import { drawnOn, PhotoPick, type PhotoPickTexts } from "../photos/photo-pick";
import { keepDraft, restoreDraft } from "../ui/draft";
import { FormStatus } from "../ui/form-status";
import { Input } from "../ui/input";
import { Notice } from "../ui/notice";
import { SubmitButton } from "../ui/submit-button";
import { keepPage } from "./offline";
import { useOutbox } from "./outbox";
import { OutboxList, type OutboxTexts } from "./outbox-list";
import { PositionField } from "./position-field";
import { CategoryTiles, PlaceTiles } from "./tiles";

export type ReportTexts = Record<
  | "what"
  | "often"
  | "all"
  | "where"
  | "place"
  | "placeHelp"
  | "position"
  | "positionKept"
  | "positionOff"
  | "positionFailed"
  | "line"
  | "lineHelp"
  | "optional"
  | "send"
  | "pending"
  | "restored"
  | "emergency"
  | "emergencyHelp"
  | "missing",
  string
> &
  AlikeTexts & { outbox: OutboxTexts; photo: PhotoPickTexts };

type Props = {
  action: FormAction;
  id: string;
  account: string;
  channel: string;
  categories: Guide[];
  often: string[];
  places: { id: string; name: string; parentName: string | null }[];
  texts: ReportTexts;
};

/** Three taps and a line. It is kept on the phone first and sent from there, so that a dead spot loses nothing. */
export function ReportForm({ action, id, account, channel, categories, often, places, texts }: Props) {
  const [state, submit] = useActionState<FormState, FormData>(action, idle);
  const form = useRef<HTMLFormElement>(null);
  const frame = useId();
  const box = useOutbox(account);
  const [round, setRound] = useState(id);
  const { told, look, restored } = useDraft(form, `${account}:report`, round);
  const [incomplete, setIncomplete] = useState(false);
  const canvas = useRef<HTMLCanvasElement>(null);
  const keeping = useRef(false);
  useEffect(() => void keepPage().catch(() => {}), []);
  const alike = useAlike(told) ?? [];
  const emergencies = emergenciesIn({ text: told.title, categoryCode: told.categoryCode || null }, categories);
  const keep = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = fieldsOf(event.currentTarget);
    const isWhole = Boolean(fields.areaId && fields.title?.trim());
    setIncomplete(!isWhole);
    if (!isWhole || keeping.current) return;
    keeping.current = true;
    await box.add(fields, canvas.current && (await drawnOn(canvas.current)));
    keeping.current = false;
    setRound(uuidv7());
    window.scrollTo({ top: 0 });
  };
  const refused = state.status === "refused" ? state : null;
  return (
    <div className="grid gap-5">
      <OutboxList box={box} texts={texts.outbox} />
      <form key={round} ref={form} action={submit} onInput={look} onSubmit={keep} noValidate className="grid gap-6">
        <FormStatus refused={refused?.reason} />
        {restored ? <p className="text-sm text-second">{texts.restored}</p> : null}
        <input type="hidden" name="id" value={round} />
        <input type="hidden" name="channel" value={channel} />
        <input type="hidden" name="requestType" value="other" />
        <CategoryTiles categories={categories} often={often} texts={texts} />
        <section className="grid gap-3">
          <PlaceTiles places={places} label={texts.where} />
          <Input
            name="place"
            id={`${frame}place`}
            label={texts.place}
            help={texts.placeHelp}
            optional={texts.optional}
            maxLength={200}
          />
          <PositionField texts={texts} />
        </section>
        <Input
          name="title"
          id={`${frame}title`}
          label={texts.line}
          help={texts.lineHelp}
          maxLength={120}
          enterKeyHint="send"
          defaultValue={refused?.values.title ?? ""}
        />
        <div className="needs-script grid gap-4">
          <PhotoPick canvas={canvas} optional={texts.optional} texts={texts.photo} />
        </div>
        {emergencies.length > 0 ? (
          <EmergencyNotice emergencies={emergencies} title={texts.emergency} help={texts.emergencyHelp} />
        ) : null}
        {alike.length > 0 ? <AlikeNotice alike={alike} linked={undefined} texts={texts} /> : null}
        {incomplete ? <Notice tone="late" title={texts.missing} live /> : null}
        <div className="sticky bottom-2 grid max-md:bottom-16 [&>button]:h-12 [&>button]:text-lg">
          <SubmitButton pending={texts.pending}>{texts.send}</SubmitButton>
        </div>
      </form>
    </div>
  );
}

/** What is in the form now; the draft is kept along and forgotten once it is on its way. */
function useDraft(form: React.RefObject<HTMLFormElement | null>, name: string, round: string) {
  const [told, setTold] = useState(toldBy({}));
  const [restored, setRestored] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each round is a form of its own
  useEffect(() => {
    const { current } = form;
    if (!current) return;
    setRestored(restoreDraft(name, current));
    setTold(toldIn(current));
    return keepDraft(name, current);
  }, [form, name, round]);
  return { told, look: (event: FormEvent<HTMLFormElement>) => setTold(toldIn(event.currentTarget)), restored };
}

const toldIn = (form: HTMLFormElement) => toldBy(fieldsOf(form));

function toldBy({ title = "", areaId = "", place = "", categoryCode = "" }: Record<string, string>) {
  return { title, areaId, place, categoryCode };
}

function fieldsOf(form: HTMLFormElement): Record<string, string> {
  const written = [...new FormData(form)].filter(([name]) => !name.startsWith("$ACTION"));
  return Object.fromEntries(written.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])));
}
