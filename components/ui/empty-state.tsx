import type { ReactNode } from "react";

/** What will be here and how to begin. `children` is the way to begin: a link or a button. */
export function EmptyState({ title, text, children }: { title: ReactNode; text?: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid justify-items-start gap-2 rounded border border-dashed border-edge bg-raised px-5 py-6">
      <p className="text-lg font-semibold">{title}</p>
      {text ? <p className="max-w-[38em] text-second">{text}</p> : null}
      {children ? <div className="mt-1 flex flex-wrap gap-2">{children}</div> : null}
    </div>
  );
}
