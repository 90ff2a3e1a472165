"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, useId, useRef, useState } from "react";
import { longestSide, mostBytes, mostPixels, type PhotoKind } from "../../lib/photos/model";
import { Button } from "../ui/button";
import { type Choice, Radios } from "../ui/choices";
import { controlClass, Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Cover, type CoverTexts } from "./cover";

export type PhotoFormTexts = CoverTexts &
  Record<"file" | "kind" | "help" | "plain" | "save" | "pending" | "saved" | "failed", string> &
  Record<"tooBig" | "tooManyPixels" | "broken", string>;

type Props = {
  address: string;
  kinds: readonly Choice[];
  suggested: PhotoKind;
  /** What a form that was sent without a script was refused for. */
  refused: string | null;
  texts: PhotoFormTexts;
};

type Told = { tone: "good" | "late"; text: string } | null;
type Chosen = { key: number; picture: ImageBitmap; size: { width: number; height: number } };

/** Sends one photo, drawn anew here with what was blacked out; without a script the file goes as it is. */
export function PhotoForm({ address, kinds, suggested, refused, texts }: Props) {
  const router = useRouter();
  const id = useId();
  const canvas = useRef<HTMLCanvasElement>(null);
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [told, setTold] = useState<Told>(refused === null ? null : { tone: "late", text: refused });
  const [busy, setBusy] = useState(false);

  const choose = async (file: File | undefined) => {
    setChosen(null);
    setTold(null);
    if (!file) return;
    const opened = await open(file);
    if (typeof opened === "string") setTold({ tone: "late", text: texts[opened] });
    else setChosen({ ...opened, key: Date.now() });
  };
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (!chosen || !canvas.current || busy) return;
    setBusy(true);
    const reason = await sendPhoto(address, canvas.current, new FormData(form)).catch(() => texts.failed);
    setBusy(false);
    if (reason !== null) return setTold({ tone: "late", text: reason });
    form.reset();
    setChosen(null);
    setTold({ tone: "good", text: texts.saved });
    router.refresh();
  };
  return (
    <form action={address} method="post" encType="multipart/form-data" onSubmit={send} className="grid gap-4">
      {told ? <Notice tone={told.tone} title={told.text} live /> : null}
      <p className="without-script text-sm">{texts.plain}</p>
      <Field name="photo" id={`${id}photo`} label={texts.file} help={texts.help}>
        <input
          type="file"
          id={`${id}photo`}
          name="photo"
          required
          accept="image/jpeg,image/png,image/webp"
          aria-describedby={`${id}photo-help`}
          onChange={(event) => choose(event.target.files?.[0])}
          className={`${controlClass} py-1.5`}
        />
      </Field>
      {chosen ? (
        <Cover key={chosen.key} picture={chosen.picture} size={chosen.size} canvas={canvas} texts={texts} />
      ) : null}
      <Radios name="kind" id={`${id}kind`} label={texts.kind} inline choices={kinds} value={suggested} />
      <div>
        <Button type="submit" tone="primary" aria-disabled={busy}>
          {busy ? texts.pending : texts.save}
        </Button>
      </div>
    </form>
  );
}

async function open(file: File): Promise<Omit<Chosen, "key"> | "tooBig" | "tooManyPixels" | "broken"> {
  if (file.size > mostBytes) return "tooBig";
  const picture = await createImageBitmap(file).catch(() => null);
  if (!picture) return "broken";
  const { width, height } = picture;
  if (width * height > mostPixels) return "tooManyPixels";
  const scale = Math.min(1, longestSide / Math.max(width, height));
  return {
    picture,
    size: { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) },
  };
}

/** Null where it was kept, else why not. */
async function sendPhoto(address: string, canvas: HTMLCanvasElement, form: FormData): Promise<string | null> {
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
  if (!drawn) throw new Error("the canvas gave no picture");
  form.set("photo", drawn, "photo.jpg");
  const answer = await fetch(address, { method: "POST", body: form });
  if (answer.ok) return null;
  const { message }: { message: string } = await answer.json();
  return message;
}
