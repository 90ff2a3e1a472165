"use client";

import { useState } from "react";
import { Button } from "./button";
import { controlClass } from "./field";
import { Icon } from "./icon";

type Props = { label: string; copied: string; byHand: string };

/** Copies the address of the page, which is its state; where a page may not, over plain http, the address stands selected. */
export function CopyLink({ label, copied, byHand }: Props) {
  const [done, setDone] = useState(false);
  const [address, setAddress] = useState<string | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(window.location.href);
      setDone(true);
    } catch {
      setAddress(window.location.href);
    }
  };
  if (address !== null)
    return (
      <input
        readOnly
        value={address}
        aria-label={byHand}
        title={byHand}
        // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was just pressed
        autoFocus
        onFocus={({ currentTarget }) => currentTarget.select()}
        className={`${controlClass} h-8 w-56! text-sm`}
      />
    );
  return (
    <Button small tone="quiet" className="needs-script" onClick={copy}>
      <Icon name={done ? "check" : "link"} className="size-4" />
      <span aria-live="polite">{done ? copied : label}</span>
    </Button>
  );
}
