"use client";

import { Button } from "../ui/button";
import { Notice } from "../ui/notice";
import type { useOutbox } from "./outbox";

export type OutboxTexts = Record<
  "waiting" | "waitingHelp" | "withPhoto" | "sending" | "again" | "sent" | "photo" | "drop" | "signIn",
  string
>;

/** What has not been sent yet stands where it cannot be overlooked; what was sent leads to its page. */
export function OutboxList({ box, texts }: { box: ReturnType<typeof useOutbox>; texts: OutboxTexts }) {
  return (
    <div className="grid gap-3" aria-live="polite">
      {box.waiting.length > 0 ? (
        <Notice tone="soon" title={`${texts.waiting} ${box.waiting.length}`}>
          <p className="text-sm">{box.signedOut ? texts.signIn : texts.waitingHelp}</p>
          <ul className="grid gap-1">
            {box.waiting.map(({ id, fields, photo, refused }) => (
              <li key={id}>
                {fields.title}
                {photo ? <span className="text-sm text-second"> {texts.withPhoto}</span> : null}
                {refused ? (
                  <span className="flex flex-wrap items-center gap-2 text-accent">
                    {refused}
                    <Button small onClick={() => box.drop(id)}>
                      {texts.drop}
                    </Button>
                  </span>
                ) : null}
              </li>
            ))}
          </ul>
          <div className="pt-1">
            <Button small onClick={box.send} aria-disabled={box.busy}>
              {box.busy ? texts.sending : texts.again}
            </Button>
          </div>
        </Notice>
      ) : null}
      {box.sent.map(({ id, title, number, href }) => (
        <Notice key={id} tone="good" title={`${texts.sent} № ${number}`}>
          <p>
            <a href={`${href}#photos`} className="underline underline-offset-2">
              {title} · {texts.photo}
            </a>
          </p>
        </Notice>
      ))}
    </div>
  );
}
