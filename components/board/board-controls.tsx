import type { Route } from "next";
import type { RefusedRange } from "../../lib/board/input";
import type { BoardView } from "../../lib/board/model";
import { formatDay, formatMonth, formatTime } from "../../lib/format";
import { PageTitle } from "../shell/page-title";
import { AppLink } from "../ui/app-link";
import { Button, LinkButton } from "../ui/button";
import { Segment, Segments } from "../ui/chip";
import { CopyLink } from "../ui/copy-link";
import { Icon } from "../ui/icon";
import { Input } from "../ui/input";
import { Menu } from "../ui/menu";
import { PrintButton } from "../ui/print-button";
import { type BoardAddress, boardHref } from "./address";
import type { Against } from "./change-mark";
import { printSpan, type Words } from "./words";

/** The periods one step away, written as in the address; null where there is none (nothing after the present one). */
export type BoardPeriods = {
  previous: string;
  next: string | null;
  month: string;
  quarter: string;
  year: string;
  refused: RefusedRange | null;
};

type ControlsProps = { view: BoardView; address: BoardAddress; periods: BoardPeriods; words: Words };

/** Which area, which period, against what: links and one form, so that the address is the state. */
export function BoardControls({ view, address, periods, words }: ControlsProps) {
  const { t } = words;
  return (
    <header className="board-head flex flex-wrap items-center gap-x-5 gap-y-2 max-md:gap-x-2">
      <Area view={view} address={address} words={words} />
      {address.wall ? (
        <p className="text-lg text-second">{printPeriod(view, address.period, words)}</p>
      ) : (
        <PeriodControls view={view} address={address} periods={periods} words={words} />
      )}
      {address.wall ? null : (
        <Segments label={t("board.compare")}>
          <Segment href={boardHref(address, { against: "before" })} chosen={address.against === "before"}>
            {t("board.before")}
          </Segment>
          <Segment href={boardHref(address, { against: "lastYear" })} chosen={address.against === "lastYear"}>
            {t("board.lastYear")}
          </Segment>
        </Segments>
      )}
      <div className="ms-auto flex flex-wrap items-center gap-1 max-md:order-first">
        <p className="text-sm text-second md:me-2">{t("board.asOf", { time: formatTime(view.asOf) })}</p>
        <div className="flex items-center gap-1 max-md:hidden print:hidden">
          {address.wall ? null : (
            <>
              <CopyLink label={t("board.copy")} copied={t("board.copied")} byHand={t("board.copyByHand")} />
              <PrintButton label={t("board.print")} />
            </>
          )}
          <LinkButton href={boardHref(address, { wall: !address.wall })} small tone="quiet">
            <Icon name={address.wall ? "cross" : "screen"} className="size-4" />
            {t(address.wall ? "board.leaveWall" : "board.wall")}
          </LinkButton>
        </div>
      </div>
      <RecordsSince view={view} against={address.against} words={words} />
    </header>
  );
}

/** Why amounts stand without a change. */
function RecordsSince({ view, against, words }: { view: BoardView; against: Against; words: Words }) {
  if (view.recordsSince === null || view.comparable[against]) return null;
  return (
    <p className="basis-full text-sm text-second">
      {words.t("board.recordsSince", { day: formatDay(words.locale, view.recordsSince) })}
    </p>
  );
}

function Area({ view, address, words: { t } }: Omit<ControlsProps, "periods">) {
  const { ranked, tooFew, nothing } = view.children;
  const below = [...ranked, ...tooFew, ...nothing];
  const above = view.crumbs.filter(({ id }) => id !== view.area.id);
  return (
    <div className="flex min-w-0 flex-wrap items-baseline gap-x-2 max-md:order-first">
      {above.length > 0 ? (
        <nav aria-label={t("shell.crumbs")} className="print:hidden">
          <ol className="flex flex-wrap items-baseline gap-x-2 text-second">
            {above.map((crumb) => (
              <li key={crumb.id} className="flex items-baseline gap-x-2">
                <AppLink
                  href={boardHref(address, { area: crumb.id })}
                  className="touch inline-flex items-center justify-center underline decoration-line underline-offset-4 hover:text-ink"
                >
                  {crumb.name}
                </AppLink>
                <span aria-hidden="true">/</span>
              </li>
            ))}
          </ol>
        </nav>
      ) : null}
      <PageTitle of={view.area.name} />
      <h1 className="text-2xl">{view.area.name}</h1>
      {below.length > 0 && !address.wall ? (
        <Menu id="areas-below" label={t("board.below")}>
          <ul className="grid max-h-80 min-w-40 overflow-y-auto">
            {below.map((row) => (
              <li key={row.areaId}>
                <AppLink
                  href={boardHref(address, { area: row.areaId })}
                  className="touch flex items-center rounded px-3 py-1.5 hover:bg-hover"
                >
                  {row.name}
                </AppLink>
              </li>
            ))}
          </ul>
        </Menu>
      ) : null}
    </div>
  );
}

function PeriodControls({ view, address, periods, words }: ControlsProps) {
  const { t } = words;
  const { kind } = view.period;
  const step =
    "touch inline-grid size-8 place-items-center rounded border border-transparent text-second hover:bg-hover hover:text-ink";
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 max-md:contents">
      <div className="-ms-2 flex items-center max-md:w-full">
        <AppLink
          href={boardHref(address, { period: periods.previous })}
          aria-label={t("period.previous")}
          className={`${step} print:hidden`}
        >
          <Icon name="older" />
        </AppLink>
        <p className="px-1 text-lg whitespace-nowrap">{printPeriod(view, address.period, words)}</p>
        {periods.next === null ? null : (
          <AppLink
            href={boardHref(address, { period: periods.next })}
            aria-label={t("period.next")}
            className={`${step} print:hidden`}
          >
            <Icon name="newer" />
          </AppLink>
        )}
      </div>
      <div className="flex items-center gap-1 print:hidden">
        <Segments label={t("board.period")}>
          {(["month", "quarter", "year"] as const).map((each) => (
            <Segment key={each} href={boardHref(address, { period: periods[each] })} chosen={kind === each}>
              {t(`period.${each}`)}
            </Segment>
          ))}
        </Segments>
        <Menu id="period-range" label={t("period.range")}>
          <RangeForm address={address} written={periods.refused ?? view.period} words={words} />
        </Menu>
      </div>
      {periods.refused ? (
        <p role="alert" className="w-full text-sm text-accent">
          {t("board.rangeRefused", { period: printPeriod(view, address.period, words) })}
        </p>
      ) : null}
    </div>
  );
}

type RangeProps = Omit<ControlsProps, "view" | "periods"> & { written: RefusedRange };

/** Two days of one's own; the rest of the address goes along. */
function RangeForm({ address, written, words: { t } }: RangeProps) {
  return (
    <form action={"/" satisfies Route} className="grid gap-3 p-2">
      <input type="hidden" name="area" value={address.area} />
      {address.against === "lastYear" ? <input type="hidden" name="compare" value="year" /> : null}
      <Input name="from" label={t("period.from")} type="date" defaultValue={written.from} />
      <Input name="to" label={t("period.to")} type="date" defaultValue={written.to} />
      <Button type="submit" tone="primary">
        {t("board.apply")}
      </Button>
    </form>
  );
}

function printPeriod(view: BoardView, written: string, words: Words): string {
  const { t, locale } = words;
  const [year = "", quarter] = written.split("Q");
  if (view.period.kind === "month") return formatMonth(locale, written);
  if (view.period.kind === "quarter") return t("period.quarterOf", { year, quarter: quarter ?? "" });
  if (view.period.kind === "year") return t("period.yearOf", { year: written });
  return printSpan(words, view.period);
}
