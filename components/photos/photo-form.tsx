"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import type { PhotoKind } from "../../lib/photos/model";
import { Button } from "../ui/button";
import { type Choice, Radios } from "../ui/choices";
import { Notice } from "../ui/notice";
import { drawnOn, PhotoPick, type PhotoPickTexts } from "./photo-pick";

export type PhotoFormTexts = PhotoPickTexts &
  Record<"kind" | "plain" | "save" | "pending" | "saved" | "failed", string>;

type Props = {
  address: string;
  kinds: readonly Choice[];
  suggested: PhotoKind;
  /** What a form that was sent without a script was refused for. */
  refused: string | null;
  texts: PhotoFormTexts;
};

type Told = { tone: "good" | "late"; text: string } | null;

/** Sends one photo, drawn anew here with what was blacked out; without a script the file goes as it is. */
export function PhotoForm({ address, kinds, suggested, refused, texts }: Props) {
  const router = useRouter();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [round, setRound] = useState(0);
  const [told, setTold] = useState<Told>(refused === null ? null : { tone: "late", text: refused });
  const [busy, setBusy] = useState(false);

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!canvas.current || busy) return;
    setBusy(true);
    const reason = await sendPhoto(address, canvas.current, new FormData(form)).catch(() => texts.failed);
    setBusy(false);
    if (reason !== null) return setTold({ tone: "late", text: reason });
    form.reset();
    setRound(round + 1);
    setTold({ tone: "good", text: texts.saved });
    router.refresh();
  };
  return (
    <form
      action={address}
      method="post"
      encType="multipart/form-data"
      onSubmit={send}
      onChange={() => setTold(null)}
      className="grid gap-4"
    >
      {told ? <Notice tone={told.tone} title={told.text} live /> : null}
      <p className="without-script text-sm">{texts.plain}</p>
      <PhotoPick key={round} canvas={canvas} name="photo" texts={texts} />
      <Radios name="kind" id={`${id}kind`} label={texts.kind} inline choices={kinds} value={suggested} />
      <div>
        <Button type="submit" tone="primary" aria-disabled={busy}>
          {busy ? texts.pending : texts.save}
        </Button>
      </div>
    </form>
  );
}

/** Null where it was kept, else why not. */
async function sendPhoto(address: string, canvas: HTMLCanvasElement, form: FormData): Promise<string | null> {
  form.set("photo", await drawnOn(canvas), "photo.jpg");
  const answer = await fetch(address, { method: "POST", body: form });
  if (answer.ok) return null;
  const { message }: { message: string } = await answer.json();
  return message;
}
