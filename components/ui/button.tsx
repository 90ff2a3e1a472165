import type { ComponentProps } from "react";
import { AppLink } from "./app-link";

export type ButtonTone = "primary" | "plain" | "quiet" | "danger";

const tones: Record<ButtonTone, string> = {
  primary: "border-accent bg-accent text-on-accent hover:opacity-90",
  plain: "border-edge bg-raised text-ink hover:bg-hover",
  quiet: "border-transparent text-second hover:bg-hover hover:text-ink",
  danger: "border-accent bg-raised text-accent hover:bg-accent-tint",
};

/** The look of a button, for what is none: a link, a summary. */
export function buttonClass(tone: ButtonTone = "plain", small = false): string {
  const size = small ? "h-8 px-2.5 text-sm" : "h-9 px-3.5";
  return `touch inline-flex items-center justify-center gap-1.5 rounded border whitespace-nowrap select-none disabled:opacity-50 print:hidden ${size} ${tones[tone]}`;
}

type Look = { tone?: ButtonTone; small?: boolean };

export function Button({
  tone = "plain",
  small = false,
  type = "button",
  className = "",
  ...rest
}: Look & ComponentProps<"button">) {
  return <button type={type} className={`${buttonClass(tone, small)} ${className}`} {...rest} />;
}

export function LinkButton({
  tone = "plain",
  small = false,
  className = "",
  ...rest
}: Look & ComponentProps<typeof AppLink>) {
  return <AppLink className={`${buttonClass(tone, small)} ${className}`} {...rest} />;
}
