import type { ReactNode } from "react";
import { Icon } from "./icon";

/** A small button that opens a note beside it: by press without a script, by hover and focus with `HoverNotes`. */
export function Explain({
  id,
  label,
  className = "",
  children,
}: {
  id: string;
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={label}
        data-note={id}
        className={`relative z-10 inline-grid size-6 shrink-0 place-items-center rounded-full text-faint before:absolute before:-inset-2.5 hover:text-ink print:hidden ${className}`}
      >
        <Icon name="info" className="size-4" />
      </button>
      <div id={id} popover="auto" role="note" className="floating p-4 text-sm">
        {children}
      </div>
    </>
  );
}
