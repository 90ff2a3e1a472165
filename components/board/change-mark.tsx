import type { BoardFigure, FigureKey } from "../../lib/board/model";
import { Icon } from "../ui/icon";
import { printChange, type Words } from "./words";

export type Against = "before" | "lastYear";

const arrows = { up: "up", down: "down", unclear: "level", none: null } as const;
const betterLow: readonly FigureKey[] = ["reworked", "partly_solved", "repeated"];

/** How a figure moved, with its arrow in words; red only where it became clearly worse. */
export function ChangeMark({ figure, against, words }: { figure: BoardFigure; against: Against; words: Words }) {
  const change = figure[against];
  const arrow = arrows[change.direction];
  if (figure.state === "off" || arrow === null) return null;
  const worse = change.interval !== null && change.direction === (betterLow.includes(figure.key) ? "up" : "down");
  return (
    <span
      className={`text-sm break-keep ${worse ? "font-semibold text-accent" : change.direction === "unclear" ? "text-faint" : "text-second"}`}
    >
      {change.direction === "unclear" ? null : (
        <Icon name={arrow} className="-ms-0.5 me-0.5 inline size-3.5 align-[-0.15em]" />
      )}
      {printChange(words, figure.kind, change)}
    </span>
  );
}
