import type { BoardFigure, FigureKey } from "../../lib/board/model";
import type { Against } from "./change-mark";
import { FigureNote } from "./figure-note";
import { FigureCell, FigureValue } from "./figure-tile";
import { RecordsLink } from "./records-link";
import type { Words } from "./words";

const fields: readonly FigureKey[] = ["stations_residents", "stations_property", "stations_office"];

/** 1 党建引领: whether the organisation is in place, in one thin band. The three fields of stations stand under their sum. */
export function BaseBand({ figures, against, words }: { figures: BoardFigure[]; against: Against; words: Words }) {
  const parts = figures.filter((figure) => fields.includes(figure.key));
  return (
    <section id="base" aria-labelledby="base-title" className="board-panel scroll-mt-14 xl:flex print:flex">
      <h2 id="base-title" className="board-title xl:w-24 xl:flex-col xl:gap-0 xl:border-e xl:border-line">
        <span className="board-number">1</span>
        {words.t("board.base")}
      </h2>
      <ul className="base-cells grid flex-1 grid-cols-2 border-line max-xl:border-t sm:grid-cols-4 min-[85rem]:grid-cols-[repeat(8,minmax(min-content,auto))] min-[85rem]:max-[96rem]:[&>li]:px-3">
        {figures
          .filter((figure) => !fields.includes(figure.key))
          .map((figure) => (
            <FigureCell key={figure.key} figure={figure} against={against} words={words}>
              {figure.key === "stations_open" && figure.state === "ok" ? (
                <Fields figures={parts} words={words} />
              ) : null}
            </FigureCell>
          ))}
      </ul>
    </section>
  );
}

function Fields({ figures, words }: { figures: BoardFigure[]; words: Words }) {
  return (
    <ul className="relative z-10 flex flex-wrap gap-x-3 text-sm text-second">
      {figures.map((figure) => (
        <li key={figure.key} data-noted className="relative flex items-center gap-1 leading-tight whitespace-nowrap">
          <RecordsLink figure={figure} words={words} />
          <span>
            <FigureValue figure={figure} words={words} />
          </span>
          <FigureNote figure={figure} words={words} tight />
        </li>
      ))}
    </ul>
  );
}
