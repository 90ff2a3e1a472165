"use client";

import { useEffect } from "react";
import { type Draft, draftCookie, draftDays, draftPath, writeDraft } from "../../lib/senses/answering/draft";
import { givenIn } from "../../lib/senses/answering/input";

/** Keeps what was chosen in this browser as it is chosen, until it is sent. Without a script a button does the same. */
export function KeepDraft({ form, code }: { form: string; code: string }) {
  useEffect(() => {
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    const keep = () => {
      const attributes = `path=${draftPath(code)}; max-age=${draftDays * 86_400}; samesite=lax`;
      // biome-ignore lint/suspicious/noDocumentCookie: the server reads the draft too, and the other way is not everywhere
      document.cookie = `${draftCookie}=${writeDraft(draftOf(element))}; ${attributes}`;
    };
    element.addEventListener("input", keep);
    return () => element.removeEventListener("input", keep);
  }, [form, code]);
  return null;
}

export function draftOf(form: HTMLFormElement): Draft {
  const fields = [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : []));
  const { area, ...given } = Object.fromEntries(fields);
  return { ...givenIn(given), area: area || null };
}
