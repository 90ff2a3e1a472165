"use client";

import { usePathname } from "next/navigation";
import { type RefObject, useEffect, useRef, useState } from "react";
import { forgetPage } from "../report/offline";
import { Button } from "../ui/button";
import { forgetDrafts } from "../ui/draft";

export type ShortcutTexts = { title: string; close: string; off: string; keys: Record<Key, string> };
const keys = ["j", "k", "enter", "a", "c", "/", "?"] as const;
type Key = (typeof keys)[number];

type Step = "next" | "close";

const kept = "shortcuts";
const searchWanted = "search-wanted";

/** Single keys for who works through a list all day, on one sheet; they can be turned off, and rest while one types. */
export function Shortcuts({ texts }: { texts: ShortcutTexts }) {
  const sheet = useRef<HTMLDialogElement>(null);
  const [off, setOff] = useState(false);
  useEffect(() => setOff(localStorage.getItem(kept) === "off"), []);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (isTyped(event)) return;
      if (event.key === "?") sheet.current?.showModal();
      else if (off || !act(event.key)) return;
      event.preventDefault();
    };
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [off]);
  useEffect(() => {
    const leave = (event: Event) => {
      if (!(event.target instanceof Element && event.target.matches("[data-forget]"))) return;
      forgetDrafts();
      void forgetPage();
    };
    document.addEventListener("submit", leave, true);
    return () => document.removeEventListener("submit", leave, true);
  }, []);
  const here = usePathname();
  useEffect(() => {
    if (here === "/cases" && sessionStorage.getItem(searchWanted)) {
      sessionStorage.removeItem(searchWanted);
      focus(document.querySelector<HTMLElement>("input[type=search]"));
    }
    if (location.hash === "#step-next") openStep("next");
    else openTarget();
  }, [here]);
  const turn = (next: boolean) => {
    localStorage.setItem(kept, next ? "off" : "on");
    setOff(next);
  };
  return <Sheet sheet={sheet} texts={texts} off={off} turn={turn} />;
}

const sheetId = "shortcuts";

/** The way to the sheet for who does not know its key. */
export function ShortcutsButton({ label }: { label: string }) {
  const open = () => document.querySelector<HTMLDialogElement>(`#${sheetId}`)?.showModal();
  return (
    <button
      type="button"
      aria-haspopup="dialog"
      onClick={open}
      className="needs-script touch inline-flex cursor-pointer items-center gap-1.5 hover:text-ink max-md:hidden"
    >
      <kbd className="rounded-sm border border-edge px-1.5">?</kbd>
      {label}
    </button>
  );
}

type SheetProps = {
  sheet: RefObject<HTMLDialogElement | null>;
  texts: ShortcutTexts;
  off: boolean;
  turn: (off: boolean) => void;
};

function Sheet({ sheet, texts, off, turn }: SheetProps) {
  return (
    <dialog
      ref={sheet}
      id={sheetId}
      aria-labelledby="shortcuts-title"
      className="m-auto rounded border border-line bg-raised p-5 text-ink"
    >
      <form method="dialog" className="grid gap-4">
        <h2 id="shortcuts-title" className="text-lg font-semibold">
          {texts.title}
        </h2>
        <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2">
          {keys.map((key) => (
            <div key={key} className="contents">
              <dt>
                <kbd className="inline-grid min-w-8 justify-center rounded-sm border border-edge px-1.5">
                  {key === "enter" ? "Enter" : key}
                </kbd>
              </dt>
              <dd>{texts.keys[key]}</dd>
            </div>
          ))}
        </dl>
        <label className="touch flex items-center gap-2">
          <input
            type="checkbox"
            checked={off}
            onChange={(event) => turn(event.target.checked)}
            className="size-5 accent-accent"
          />
          {texts.off}
        </label>
        <Button type="submit">{texts.close}</Button>
      </form>
    </dialog>
  );
}

function isTyped({ target, isComposing, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (isComposing || ctrlKey || metaKey || altKey || defaultPrevented) return true;
  return target instanceof Element && target.closest("input, select, textarea, dialog, [contenteditable]") !== null;
}

/** Whether there was something to do for the key on this page. */
function act(key: string): boolean {
  switch (key) {
    case "j":
      return move(1);
    case "k":
      return move(-1);
    case "/":
      return focus(document.querySelector<HTMLElement>("input[type=search]")) || search();
    case "a":
      return begin("next");
    case "c":
      return begin("close");
    default:
      return false;
  }
}

function move(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>("a[data-row]")];
  const at = rows.findIndex((row) => row.matches(":focus"));
  const next = at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by));
  return focus(rows[next]);
}

/** From a page without a search to the one that has it. */
function search(): boolean {
  const list = document.querySelector<HTMLAnchorElement>('nav a[href="/cases"]');
  if (!list) return false;
  sessionStorage.setItem(searchWanted, "yes");
  list.click();
  return true;
}

/** On a list it opens the request at its step, on a request the step itself. */
function begin(step: Step): boolean {
  const row = document.activeElement?.closest("a[data-row]");
  if (row instanceof HTMLAnchorElement) {
    row.hash = `step-${step}`;
    row.click();
    return true;
  }
  return openStep(step);
}

function openStep(step: Step): boolean {
  const folds = [...document.querySelectorAll<HTMLDetailsElement>("details[data-step]")];
  const wanted = step === "next" ? folds[0] : folds.find(({ dataset }) => dataset.step === "close");
  return wanted !== undefined && open(wanted);
}

/** A fold that an address points at is open when one gets there. */
function openTarget(): void {
  const target = document.getElementById(location.hash.slice(1));
  if (target instanceof HTMLDetailsElement) open(target);
}

function open(fold: HTMLDetailsElement): boolean {
  fold.open = true;
  return focus(fold.querySelector<HTMLElement>("select, textarea, input:not([type=hidden])"));
}

function focus(element: HTMLElement | null | undefined): boolean {
  if (!element) return false;
  element.focus();
  element.scrollIntoView({ block: "nearest" });
  return true;
}
