import type { ComponentProps, ReactNode } from "react";
import { Icon } from "./icon";

type FoldProps = Omit<ComponentProps<"details">, "children"> & {
  label: ReactNode;
  bare?: boolean;
  children: ReactNode;
};

/** Something to do that is not always wanted: its name in a line, the rest under it when opened. `bare` stands in a frame already. */
export function Fold({ label, bare = false, children, className = "", ...rest }: FoldProps) {
  return (
    <details className={`group/fold ${bare ? "" : "rounded border border-line bg-raised"} ${className}`} {...rest}>
      <summary className="touch flex items-center justify-between gap-3 rounded px-4 py-2.5 font-semibold hover:bg-hover">
        {label}
        <Icon name="open" className="size-4 text-faint group-open/fold:rotate-180" />
      </summary>
      <div className="grid gap-3 px-4 pt-1 pb-4">{children}</div>
    </details>
  );
}
