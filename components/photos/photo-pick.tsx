"use client";

import { type RefObject, useId, useState } from "react";
import { longestSide, mostBytes, mostPixels } from "../../lib/photos/model";
import { controlClass, Field } from "../ui/field";
import { Notice } from "../ui/notice";
import { Cover, type CoverTexts } from "./cover";

export type PhotoPickTexts = CoverTexts & Record<"file" | "help" | "tooBig" | "tooManyPixels" | "broken", string>;

type Props = {
  /** What will be sent: drawn anew here, with what was blacked out; none while nothing is chosen. */
  canvas: RefObject<HTMLCanvasElement | null>;
  /** How it is called in a form that may be sent without a script. */
  name?: string;
  optional?: string;
  texts: PhotoPickTexts;
};

type Chosen = { key: number; picture: ImageBitmap; size: { width: number; height: number } };
type Reason = "tooBig" | "tooManyPixels" | "broken";

/** A photo of this device, on which parts may be blacked out. */
export function PhotoPick({ canvas, name, optional, texts }: Props) {
  const id = useId();
  const [chosen, setChosen] = useState<Chosen | null>(null);
  const [reason, setReason] = useState<Reason | null>(null);
  const choose = async (file: File | undefined) => {
    setChosen(null);
    setReason(null);
    if (!file) return;
    const opened = await open(file);
    if (typeof opened === "string") setReason(opened);
    else setChosen({ ...opened, key: Date.now() });
  };
  return (
    <>
      {reason ? <Notice tone="late" title={texts[reason]} live /> : null}
      <Field
        name="photo"
        id={`${id}photo`}
        label={texts.file}
        help={texts.help}
        {...(optional === undefined ? {} : { optional })}
      >
        <input
          type="file"
          id={`${id}photo`}
          name={name}
          required={optional === undefined}
          accept="image/jpeg,image/png,image/webp"
          aria-describedby={`${id}photo-help`}
          onChange={(event) => choose(event.target.files?.[0])}
          className={`${controlClass} py-1.5`}
        />
      </Field>
      {chosen ? (
        <Cover key={chosen.key} picture={chosen.picture} size={chosen.size} canvas={canvas} texts={texts} />
      ) : null}
    </>
  );
}

async function open(file: File): Promise<Omit<Chosen, "key"> | Reason> {
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

/** The picture as it stands on the canvas. */
export async function drawnOn(canvas: HTMLCanvasElement): Promise<Blob> {
  const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/jpeg", 0.9));
  if (!drawn) throw new Error("the canvas gave no picture");
  return drawn;
}
