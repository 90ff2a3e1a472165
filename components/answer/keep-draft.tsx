"use client";

import { useEffect, useState } from "react";

const prefix = "answer ";

/** Forgets what was kept of forms, once one was received. */
export function ForgetDrafts() {
  useEffect(() => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  }, []);
  return null;
}

/** Keeps what was chosen in this browser until it was received: a second scan of the same code goes on from there. */
export function KeepDraft({ form, code, text }: { form: string; code: string; text: string }) {
  const [isKept, setKept] = useState(false);
  useEffect(() => {
    const name = prefix + code;
    const element = document.getElementById(form);
    if (!(element instanceof HTMLFormElement)) return;
    setKept(takeUp(element, localStorage.getItem(name)));
    const keep = () => localStorage.setItem(name, JSON.stringify(chosen(element)));
    element.addEventListener("change", keep);
    return () => element.removeEventListener("change", keep);
  }, [form, code]);
  return isKept ? (
    <p role="status" className="text-base text-second">
      {text}
    </p>
  ) : null;
}

const radiosOf = (form: HTMLFormElement) => [...form.querySelectorAll<HTMLInputElement>("input[type=radio]")];

const chosen = (form: HTMLFormElement) =>
  Object.fromEntries(radiosOf(form).flatMap(({ checked, name, value }) => (checked ? [[name, value]] : [])));

/** Checks what was chosen before; whether there was anything. */
function takeUp(form: HTMLFormElement, kept: string | null): boolean {
  if (kept === null || radiosOf(form).some(({ checked }) => checked)) return false;
  const before = new Map(Object.entries(JSON.parse(kept)));
  for (const radio of radiosOf(form)) if (before.get(radio.name) === radio.value) radio.checked = true;
  return before.size > 0;
}
