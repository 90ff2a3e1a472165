import type { Route } from "next";
import type { SenseFigure } from "../../lib/board/model";
import { formatDay } from "../../lib/format";
import { LinkButton } from "../ui/button";
import { EmptyState } from "../ui/empty-state";
import { SenseTile } from "./sense-tile";
import type { Words } from "./words";

/** 3 感: the index of each sense on its scale, with its interval, n, and the change since the last round. */
export function SenseBand({ senses, begin, words }: { senses: SenseFigure[]; begin: Route | null; words: Words }) {
  const { t } = words;
  const none = senses.every(({ round }) => round === null);
  return (
    <section id="senses" aria-labelledby="senses-title" className="board-panel scroll-mt-14 xl:flex print:flex">
      <h2 id="senses-title" className="board-title xl:w-52 xl:shrink-0 xl:flex-col xl:gap-0 xl:border-e xl:border-line">
        <span className="board-number">3</span>
        {t("board.senses")}
        {none ? null : <RoundName senses={senses} words={words} />}
      </h2>
      {none ? (
        <div className="flex-1 border-line p-4 max-xl:border-t">
          <EmptyState title={t("board.noRound")} text={t("board.noRoundText")}>
            {begin ? <LinkButton href={begin}>{t("board.noRoundBegin")}</LinkButton> : null}
          </EmptyState>
        </div>
      ) : (
        <ul className="grid flex-1 divide-line border-line max-xl:border-t max-lg:divide-y lg:grid-cols-3 lg:divide-x print:grid-cols-3 print:divide-x print:divide-y-0">
          {senses.map((sense) => (
            <SenseTile key={sense.key} sense={sense} words={words} />
          ))}
        </ul>
      )}
    </section>
  );
}

function RoundName({ senses, words: { t, locale } }: { senses: SenseFigure[]; words: Words }) {
  const round = senses.find((sense) => sense.round !== null)?.round;
  if (!round) return null;
  return (
    <span className="text-sm font-normal text-second">
      {t("board.round", { name: round.name, day: formatDay(locale, round.closedOn) })}
    </span>
  );
}
