"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { uuidv7 } from "uuidv7";
import { forgetPhoto, keepPhoto, keptPhoto } from "./photo-store";

/** A report that is kept in this browser until the server has it. */
export type Waiting = { id: string; fields: Record<string, string>; photo?: boolean; refused: string | null };
export type Sent = { id: string; title: string; number: number; href: string };

type Outbox = {
  waiting: Waiting[];
  sent: Sent[];
  busy: boolean;
  /** The session ended: nothing is lost, and nothing is sent until somebody signs in. */
  signedOut: boolean;
  add: (fields: Record<string, string>, photo: Blob | null) => Promise<void>;
  drop: (id: string) => void;
  send: () => void;
};

const between = 20_000;
const always = () => true;
const never = () => false;
/** A photo that was left behind is of no report any more. */
const forget = (id: string) => void forgetPhoto(id).catch(never);

/** What could not be sent waits here through reloads and dead spots, and goes out under the same id when it can. */
export function useOutbox(account: string): Outbox {
  const name = `unsent:${account}`;
  const [waiting, setWaiting] = useState<Waiting[]>([]);
  const [sent, setSent] = useState<Sent[]>([]);
  const [busy, setBusy] = useState(false);
  const [signedOut, setSignedOut] = useState(false);
  const running = useRef(false);

  const change = useCallback(
    (by: (list: Waiting[]) => Waiting[]) => {
      const list = by(stored(name));
      localStorage.setItem(name, JSON.stringify(list));
      setWaiting(list);
    },
    [name],
  );
  const send = useCallback(() => {
    if (running.current) return;
    running.current = true;
    setBusy(true);
    const rest = () => {
      running.current = false;
      setBusy(false);
    };
    sendStored(name, {
      signedOut: setSignedOut,
      refused: (id, refused) => change((list) => list.map((each) => (each.id === id ? { ...each, refused } : each))),
      taken: (taken) => {
        change((list) => list.filter(({ id }) => id !== taken.id));
        forget(taken.id);
        setSent((list) => [taken, ...list]);
      },
    }).then(rest, rest);
  }, [name, change]);

  useEffect(() => {
    setWaiting(stored(name));
    send();
    window.addEventListener("online", send);
    const timer = setInterval(() => stored(name).length > 0 && send(), between);
    return () => {
      window.removeEventListener("online", send);
      clearInterval(timer);
    };
  }, [name, send]);

  return {
    waiting,
    sent,
    busy,
    signedOut,
    add: async (fields, photo) => {
      const id = uuidv7();
      // A browser that keeps no photo still keeps the report; the photo is added to the request afterwards.
      const isKept = photo !== null && (await keepPhoto(id, photo).then(always, never));
      change((list) => [...list, { id, fields: { ...fields, id }, photo: isKept, refused: null }]);
      send();
    },
    drop: (id) => {
      change((list) => list.filter((each) => each.id !== id));
      forget(id);
    },
    send,
  };
}

type Heard = {
  signedOut: (is: boolean) => void;
  refused: (id: string, reason: string) => void;
  taken: (sent: Sent) => void;
};

/** One after the other, as long as the server can be reached. */
async function sendStored(name: string, heard: Heard): Promise<void> {
  for (const entry of stored(name).filter(({ refused }) => refused === null)) {
    const answer = await post(entry);
    heard.signedOut(answer === "signed-out");
    if (answer === "later" || answer === "signed-out") return;
    if (typeof answer === "string") heard.refused(entry.id, answer);
    else heard.taken({ ...answer, id: entry.id, title: entry.fields.title ?? "" });
  }
}

function stored(name: string): Waiting[] {
  return JSON.parse(localStorage.getItem(name) ?? "[]");
}

/** The case it became, why it was refused, or that it must wait: no network, a busy server, nobody signed in. */
async function post(entry: Waiting): Promise<{ number: number; href: string } | string> {
  const photo = entry.photo ? await keptPhoto(entry.id).catch(() => null) : null;
  const answer = await (photo ? sendWith(photo, entry) : sendAlone(entry)).catch(() => null);
  if (!answer || answer.status >= 500) return "later";
  if (answer.status === 401) return "signed-out";
  const said = await answer.json().catch(() => null);
  if (said === null) return "later";
  return answer.ok ? said : String(said.message);
}

function sendAlone({ fields }: Waiting): Promise<Response> {
  const headers = { "content-type": "application/json" };
  return fetch("/api/cases", { method: "POST", headers, body: JSON.stringify(fields) });
}

/** In one go with its photo: the server has both or neither. */
function sendWith(photo: Blob, { id, fields }: Waiting): Promise<Response> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  form.set("photo", photo, "photo.jpg");
  return fetch(`/api/cases/${id}/report`, { method: "POST", body: form });
}
