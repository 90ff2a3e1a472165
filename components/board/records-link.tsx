import type { Route } from "next";
import type { BoardFigure } from "../../lib/board/model";
import { AppLink } from "../ui/app-link";
import type { Words } from "./words";

/** The name of a figure; the whole tile leads to its records where there are any. */
export function RecordsLink({ figure, words }: { figure: BoardFigure; words: Words }) {
  const label = words.t(`figure.${figure.key}.label`);
  if (figure.href === null || (figure.value === null && figure.kind !== "index")) return <span>{label}</span>;
  // The domain builds the address from a page that stands, with a query; a text cannot carry the type.
  return (
    <AppLink
      href={figure.href as Route}
      data-records={figure.kind === "count" ? figure.value : figure.denominator}
      className="covering hover:underline"
    >
      {label}
    </AppLink>
  );
}
