"use client";

import { Button } from "./button";
import { Icon } from "./icon";

export function PrintButton({ label }: { label: string }) {
  return (
    <Button small tone="quiet" className="needs-script" onClick={() => window.print()}>
      <Icon name="print" className="size-4" />
      {label}
    </Button>
  );
}
