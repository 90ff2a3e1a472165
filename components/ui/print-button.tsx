"use client";

import { Button } from "./button";
import { Icon } from "./icon";

type Props = {
  label: string;
  /** Whether printing is the one thing left to do on the page. */
  isNext?: boolean;
};

export function PrintButton({ label, isNext = false }: Props) {
  return (
    <Button small={!isNext} tone={isNext ? "primary" : "quiet"} className="needs-script" onClick={() => window.print()}>
      <Icon name="print" className="size-4" />
      {label}
    </Button>
  );
}
