"use client";

import { useState } from "react";
import { Button } from "./button";
import { Icon } from "./icon";

/** Copies the address of the page, which is its state. */
export function CopyLink({ label, copied }: { label: string; copied: string }) {
  const [done, setDone] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(window.location.href);
    setDone(true);
  };
  return (
    <Button small tone="quiet" className="needs-script" onClick={copy}>
      <Icon name={done ? "check" : "link"} className="size-4" />
      <span aria-live="polite">{done ? copied : label}</span>
    </Button>
  );
}
