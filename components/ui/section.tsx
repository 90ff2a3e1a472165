import type { ReactNode } from "react";

export type SectionHead = { title: string; lead?: string };

/** Where the content of sections begins. */
export const besideHeadings = "lg:ps-60";

/** A part of a long page: its heading stands beside it where there is room, else above. */
export function Section({ title, lead, children }: SectionHead & { children: ReactNode }) {
  return (
    <section className="grid gap-x-4 gap-y-3 border-t border-line pt-4 pb-2 lg:grid-cols-[14rem_minmax(0,36rem)]">
      <div>
        <h2 className="text-lg">{title}</h2>
        {lead ? <p className="text-sm text-second">{lead}</p> : null}
      </div>
      <div className="grid content-start gap-3">{children}</div>
    </section>
  );
}
