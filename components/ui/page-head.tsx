import type { ReactNode } from "react";
import { PageTitle } from "../shell/page-title";

/** The head of a page: where one is, its name, a line on it, and what may be done here. */
export function PageHead({
  title,
  above,
  note,
  children,
}: {
  title: string;
  above?: ReactNode;
  note?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3 pb-4">
      <PageTitle of={title} />
      <div className="grid min-w-0 gap-0.5">
        {above}
        <h1 className="text-2xl">{title}</h1>
        {note ? <p className="max-w-[46em] text-second md:text-balance">{note}</p> : null}
      </div>
      {children ? <div className="flex flex-wrap items-center gap-2">{children}</div> : null}
    </header>
  );
}
