import type { ReactNode } from "react";
import { type ButtonTone, buttonClass } from "./button";
import { Icon } from "./icon";

type MenuProps = {
  id: string;
  label: ReactNode /** What a screen reader hears where `label` is not enough. */;
  name?: string;
  tone?: ButtonTone;
  plain?: boolean;
  className?: string;
  children: ReactNode;
};

/** A button that opens what stands in it beside itself: links or a small form. Works without a script. */
export function Menu({ id, label, name, tone = "quiet", plain = false, className = "", children }: MenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        aria-label={name}
        className={`${plain ? "touch" : buttonClass(tone, true)} ${className}`}
      >
        {label}
        {plain ? null : <Icon name="open" className="size-4" />}
      </button>
      <div id={id} popover="auto" className="floating p-2 text-sm">
        {children}
      </div>
    </>
  );
}
