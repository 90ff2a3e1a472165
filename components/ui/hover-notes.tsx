"use client";

import { useEffect } from "react";

const wait = 250;

/** Opens the notes of `Explain` when a mouse rests on `[data-noted]` or the keyboard reaches their button. */
export function HoverNotes() {
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let opened: HTMLElement | null = null;

    const hide = () => {
      clearTimeout(timer);
      if (opened?.matches(":popover-open")) opened.hidePopover();
      opened = null;
    };
    const show = (source: HTMLElement) => {
      const note = document.getElementById(source.dataset.note ?? "");
      if (!note || note.matches(":popover-open")) return;
      hide();
      note.showPopover({ source });
      opened = note;
    };
    const over = (event: PointerEvent) => {
      if (event.pointerType !== "mouse" || !(event.target instanceof Element)) return;
      if (opened?.contains(event.target)) return clearTimeout(timer);
      const source = event.target.closest("[data-noted]")?.querySelector<HTMLElement>("[data-note]");
      clearTimeout(timer);
      timer = setTimeout(() => (source ? show(source) : hide()), wait);
    };
    const focused = (event: FocusEvent) => {
      const { target } = event;
      if (target instanceof HTMLElement && target.dataset.note && target.matches(":focus-visible")) show(target);
      else if (target instanceof Node && !opened?.contains(target)) hide();
    };

    document.addEventListener("pointerover", over);
    document.addEventListener("focusin", focused);
    return () => {
      document.removeEventListener("pointerover", over);
      document.removeEventListener("focusin", focused);
      clearTimeout(timer);
    };
  }, []);
  return null;
}
