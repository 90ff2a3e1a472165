"use client";

import { type KeyboardEvent, type MouseEvent, useRef, useState } from "react";
import { Button } from "../ui/button";

export type PhotoView = {
  id: string;
  href: string;
  width: number;
  height: number;
  alt: string;
  caption: string;
  /** The first of three, said in words. */
  place: string;
};
export type PhotoStripTexts = Record<"title" | "view" | "previous" | "next" | "close", string>;

/** The photos of a request as a strip; each opens large, and without a script as a file. */
export function PhotoStrip({ photos, texts }: { photos: readonly PhotoView[]; texts: PhotoStripTexts }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [at, setAt] = useState(0);
  const open = (event: MouseEvent, i: number) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    setAt(i);
    dialog.current?.showModal();
  };
  const turn = (by: number) => setAt((i) => Math.min(photos.length - 1, Math.max(0, i + by)));
  const press = ({ key }: KeyboardEvent) => {
    if (key === "ArrowLeft") turn(-1);
    if (key === "ArrowRight") turn(1);
  };
  const shown = photos[at] ?? photos[0];
  return (
    <>
      <ul aria-label={texts.title} className="flex flex-wrap gap-2">
        {photos.map(({ id, href, width, height, alt, caption }, i) => (
          <li key={id} className="grid gap-1">
            <a href={href} onClick={(event) => open(event, i)} className="block w-fit rounded border border-line">
              {/* biome-ignore lint/performance/noImgElement: served by its own handler, in its one size */}
              <img
                src={href}
                alt={`${texts.view}: ${alt}`}
                width={Math.max(44, Math.round((width * 112) / height))}
                height={112}
                loading="lazy"
                className="h-28 max-w-full rounded object-cover"
              />
            </a>
            <span className="max-w-40 text-sm text-second">{caption}</span>
          </li>
        ))}
      </ul>
      <dialog
        ref={dialog}
        aria-label={texts.title}
        onKeyDown={press}
        className="m-auto max-w-[96vw] rounded border border-line bg-raised p-4 text-ink"
      >
        {shown ? (
          <figure className="grid gap-3">
            {/* biome-ignore lint/performance/noImgElement: as above */}
            <img
              src={shown.href}
              alt={shown.alt}
              width={shown.width}
              height={shown.height}
              loading="lazy"
              className="max-h-[76vh] w-auto max-w-full object-contain"
            />
            <figcaption aria-live="polite" className="flex flex-wrap justify-between gap-x-4 text-sm text-second">
              <span>{shown.caption}</span>
              <span>{shown.place}</span>
            </figcaption>
          </figure>
        ) : null}
        <form method="dialog" className="flex flex-wrap justify-between gap-2 pt-3">
          <div className="flex gap-2">
            <Button small disabled={at <= 0} onClick={() => turn(-1)}>
              {texts.previous}
            </Button>
            <Button small disabled={at >= photos.length - 1} onClick={() => turn(1)}>
              {texts.next}
            </Button>
          </div>
          <Button type="submit" small autoFocus>
            {texts.close}
          </Button>
        </form>
      </dialog>
    </>
  );
}
