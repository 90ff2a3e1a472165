import type { KeyboardEvent } from "react";
import { givenIn } from "../../lib/senses/answering/input";
import { type Condition, isAsked } from "../../lib/senses/items";

/**
 * What a key does in a field of marks: a digit on the scale leads on, unless another could follow it; a dash leads on as
 * missing; backspace in an empty field leads back. Everything else is the browser's: Enter sends, Tab goes on.
 */
export function onKey(event: KeyboardEvent<HTMLFormElement>): void {
  const field = event.target;
  if (!(field instanceof HTMLInputElement) || field.dataset.high === undefined) return;
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Backspace" && field.value === "") {
    event.preventDefault();
    step(field, -1);
  } else if (event.key === "-" || event.key === " ") {
    event.preventDefault();
    field.value = "-";
    step(field, 1);
  } else if (/^\d$/.test(event.key)) {
    event.preventDefault();
    putDigit(field, event.key);
  } else if (event.key.length === 1) {
    event.preventDefault();
  }
}

function putDigit(field: HTMLInputElement, digit: string): void {
  const begun = field.selectionStart === field.selectionEnd && field.value !== "-" ? field.value : "";
  if (fits(field, begun + digit)) {
    field.value = begun + digit;
    if (!fits(field, `${field.value}0`)) step(field, 1);
  } else if (fits(field, begun)) {
    const next = step(field, 1);
    if (next?.value === "") putDigit(next, digit);
  }
}

function fits({ dataset }: HTMLInputElement, text: string): boolean {
  return /^(0|[1-9]\d*)$/.test(text) && Number(text) >= Number(dataset.low) && Number(text) <= Number(dataset.high);
}

/** Goes on to the next or back to the last field that is asked of this form; answers it. */
function step(field: HTMLInputElement, by: 1 | -1): HTMLInputElement | null {
  const fields = [...(field.form?.querySelectorAll<HTMLInputElement>("input[data-step]") ?? [])].filter(isAskedHere);
  const next = fields[fields.indexOf(field) + by] ?? null;
  next?.focus();
  next?.select();
  return next;
}

/** Whether the rule of its item puts it to who filled in this form. */
function isAskedHere({ dataset, form }: HTMLInputElement): boolean {
  if (dataset.if === undefined || form === null) return true;
  // Written by the form, out of the rule of the item.
  const shownIf: Condition = JSON.parse(dataset.if);
  return isAsked({ shownIf }, givenIn(fieldsOf(form)).marks);
}

const fieldsOf = (form: HTMLFormElement) =>
  Object.fromEntries(
    [...new FormData(form)].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
