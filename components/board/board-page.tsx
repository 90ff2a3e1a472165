import type { Route } from "next";
import type { Messages } from "use-intl/core";
import type { BoardFigure, BoardView, ChildRow, Figure } from "../../lib/board/model";
import { formatDate, formatNumber, type Locale } from "../../lib/format";
import { ChartFigure } from "../charts/chart-figure";
import { LinkButton } from "../ui/button";
import { Segment, Segments } from "../ui/chip";
import { EmptyState } from "../ui/empty-state";
import { HoverNotes } from "../ui/hover-notes";
import { KeepFresh } from "../ui/keep-fresh";
import { PartTabs } from "../ui/tabs";
import { ActiveBands } from "./active-bands";
import { type BoardAddress, boardHref } from "./address";
import { BaseBand } from "./base-band";
import { BoardControls, type BoardPeriods } from "./board-controls";
import { ChildrenPanel } from "./children-panel";
import { LeftOut } from "./left-out";
import { MapPanel } from "./map-panel";
import { CategoryMix, ChannelMix, ReasonMix } from "./mix-panel";
import { SenseBand } from "./sense-band";
import { TrendPanel } from "./trend-panel";
import { type Words, wordsOf } from "./words";

export type BoardPageProps = {
  view: BoardView;
  address: BoardAddress;
  periods: BoardPeriods;
  /** Names of the categories by code. */
  categoryNames: Record<string, string>;
  /** From how many due cases an area is ranked. */
  rankMinimum: number;
  /** Where the reader may begin when there is nothing yet. */
  begin: { areas: Route | null; cases: Route | null; senses: Route | null };
  locale: Locale;
  messages: Messages;
};

const tabs = [
  { id: "base", key: "base" },
  { id: "listen", key: "listen" },
  { id: "connect", key: "connect" },
  { id: "serve", key: "serve" },
  { id: "senses", key: "senses" },
  { id: "trend", key: "trendShort" },
  { id: "children", key: "childrenShort" },
] as const;

/** How the lower half is filled: a short ranking leaves room for its map below it, a long one does not, a grid has none. */
type Length = "none" | "short" | "long";
const shortList = 8;

/** The board: the method as a page, fed with figures that are already counted. */
export function BoardPage({ locale, messages, view: given, ...rest }: BoardPageProps) {
  const words = wordsOf(locale, messages);
  const { t } = words;
  const { address, periods } = rest;
  const today = formatDate(given.asOf);
  const view = upToToday(given, today);
  const length = lengthOf(view);
  const shown = tabs.filter(({ id }) => id !== "children" || length !== "none");
  const parts = shown.map(({ id, key }) => ({ id, label: t(`board.${key}`) }));
  return (
    <div className={`board grid gap-3 ${address.wall ? "wall" : ""}`}>
      <BoardControls view={view} address={address} periods={periods} words={words} />
      <PartTabs label={t("board.parts")} parts={parts} />
      <BaseBand figures={view.base} against={address.against} words={words} />
      <ActiveBands view={view} against={address.against} words={words} />
      <SenseBand senses={view.senses} begin={rest.begin.senses} words={words} />
      <div className="board-lower grid items-start gap-3 xl:grid-cols-2">
        <div className="grid min-w-0 gap-3">
          <Course view={view} today={today} words={words} {...rest} />
          {length === "long" ? <Place view={view} words={words} {...rest} /> : null}
          {length === "short" ? <About view={view} words={words} {...rest} /> : null}
        </div>
        <div className="grid min-w-0 gap-3">
          {length === "none" ? <About view={view} words={words} {...rest} /> : null}
          {length === "none" ? null : <Below view={view} words={words} {...rest} />}
          {length === "short" ? <Place view={view} words={words} {...rest} /> : null}
        </div>
      </div>
      <Mix view={view} isWhole={length === "long"} words={words} {...rest} />
      <HoverNotes />
      {address.wall ? <KeepFresh seconds={60} /> : null}
    </div>
  );
}

type PartProps = Omit<BoardPageProps, "locale" | "messages"> & { words: Words };

function Course({ view, today, address, begin, words }: PartProps & { today: string }) {
  const { t } = words;
  return (
    <section
      id="trend"
      aria-label={t("board.trendShort")}
      className="board-panel relative scroll-mt-14 p-4 lg:[&_figcaption]:pe-40"
    >
      {hasCases(view) ? (
        <>
          <div className="trend-grain end-4 top-3 max-lg:mb-2 lg:absolute print:hidden">
            <Segments label={t("board.grain")}>
              {(["day", "week", "month"] as const).map((grain) => (
                <Segment key={grain} href={boardHref(address, { grain })} chosen={view.grain === grain}>
                  {t(`period.grain.${grain}`)}
                </Segment>
              ))}
            </Segments>
          </div>
          <TrendPanel view={view} today={today} words={words} />
        </>
      ) : (
        <EmptyState title={t("board.noCases")} text={t("board.noCasesText")}>
          {begin.cases ? <LinkButton href={begin.cases}>{t("board.noCasesBegin")}</LinkButton> : null}
        </EmptyState>
      )}
    </section>
  );
}

function Below({ view, address, rankMinimum, begin, words }: PartProps) {
  const { t, locale } = words;
  const overall = view.serve.find(({ key }) => key === "closed_on_time")?.value ?? null;
  return (
    <section id="children" aria-label={t("board.childrenShort")} className="board-panel min-w-0 scroll-mt-14 p-4">
      {childrenOf(view).length > 0 ? (
        <ChartFigure
          title={t("board.children")}
          note={t("board.rankNote", { minimum: formatNumber(locale, rankMinimum) })}
        >
          <ChildrenPanel rows={view.children} overall={overall} hrefOf={hrefIn(address)} words={words} />
          {address.wall ? null : <Left view={view} address={address} words={words} />}
        </ChartFigure>
      ) : (
        <EmptyState title={t("board.noAreas")} text={t("board.noAreasText")}>
          {begin.areas ? <LinkButton href={begin.areas}>{t("board.noAreasBegin")}</LinkButton> : null}
        </EmptyState>
      )}
    </section>
  );
}

/** Beside the rates that are compared: what each area took out of them, and why, for whoever asks. */
function Left({ view, address, words }: Pick<PartProps, "view" | "address" | "words">) {
  const { t, locale } = words;
  if (!address.left)
    return (
      <LinkButton href={`${boardHref(address, { left: true })}#left`} small className="justify-self-start print:hidden">
        {t("board.leftOut")}
      </LinkButton>
    );
  const { from, to } = view.period;
  const whole = view.serve.find(({ key }) => key === "closed_on_time");
  const row = (areaId: string, name: string, onTime: Figure) => ({
    ...{ key: areaId, name, onTime },
    hrefOf: (why: string) => `/cases?${new URLSearchParams({ area: areaId, figure: "closed_on_time", why, from, to })}`,
  });
  return (
    <LeftOut
      rows={[
        ...(whole ? [row(view.area.id, view.area.name, whole)] : []),
        ...childrenOf(view).map(({ areaId, name, onTime }) => row(areaId, name, onTime)),
      ]}
      texts={{
        ...{
          title: t("board.leftOut"),
          note: t("board.leftOutNote"),
          none: t("board.leftOutNone"),
          who: t("board.area"),
          all: t("board.leftOutAll"),
        },
        why: (why) => t(`excluded.${why}`),
      }}
      locale={locale}
      open
    />
  );
}

function Place({ view, address, words }: PartProps) {
  const rows = childrenOf(view);
  if (rows.length === 0) return null;
  return (
    <section aria-label={words.t("board.map")} className="board-panel board-map p-4">
      <MapPanel outlines={view.map} rows={rows} hrefOf={hrefIn(address)} words={words} />
    </section>
  );
}

function About({ view, address, categoryNames, words }: PartProps) {
  if (!hasCases(view)) return null;
  return (
    <section aria-label={words.t("board.categories")} className="board-panel board-mix px-4 pt-2 pb-4">
      <CategoryMix view={view} against={address.against} categoryNames={categoryNames} words={words} />
    </section>
  );
}

function Mix({ view, address, categoryNames, isWhole, words }: PartProps & { isWhole: boolean }) {
  if (!hasCases(view)) return null;
  const compared = { view, against: address.against, words };
  return (
    <section aria-label={words.t("board.mix")} className="board-panel board-mix px-4 pt-2 pb-4">
      <div className={`grid items-start gap-x-10 gap-y-5 ${isWhole ? "lg:grid-cols-3" : "lg:grid-cols-2"}`}>
        {isWhole ? <CategoryMix {...compared} categoryNames={categoryNames} /> : null}
        <ChannelMix {...compared} />
        <ReasonMix view={view} words={words} />
      </div>
    </section>
  );
}

function lengthOf(view: BoardView): Length {
  const { length } = childrenOf(view);
  if (length > shortList) return "long";
  return length === 0 && (view.area.level === "grid" || view.area.level === "building") ? "none" : "short";
}

const hasCases = ({ balance }: BoardView) => balance.opening + balance.received > 0;
const childrenOf = ({ children: { ranked, tooFew, nothing } }: BoardView) => [...ranked, ...tooFew, ...nothing];
const hrefIn = (address: BoardAddress) => (row: ChildRow) => boardHref(address, { area: row.areaId });

/** The parts of a running period that are still to come have counted nothing yet: they are not drawn as zero. */
function upToToday(view: BoardView, today: string): BoardView {
  const begun = view.trend.filter(({ from }) => from <= today).length;
  const cut = <Row extends BoardFigure>(figures: Row[]) =>
    figures.map((figure) => ({ ...figure, spark: figure.spark.slice(0, begun) }));
  return {
    ...view,
    base: cut(view.base),
    listen: cut(view.listen),
    connect: cut(view.connect),
    serve: cut(view.serve),
  };
}
