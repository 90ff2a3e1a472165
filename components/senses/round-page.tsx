import type { Route } from "next";
import type { Messages } from "use-intl/core";
import type { FormAction } from "../../lib/form-state";
import { formatChange, formatDay, formatNumber, type Locale } from "../../lib/format";
import type { Sense } from "../../lib/senses/model";
import type { RoundView } from "../../lib/senses/view";
import { SenseTile } from "../board/sense-tile";
import { printChange, printCoarse, type Words, wordsOf } from "../board/words";
import { AppLink } from "../ui/app-link";
import { Badge } from "../ui/badge";
import { buttonClass, LinkButton } from "../ui/button";
import { HoverNotes } from "../ui/hover-notes";
import { Notice } from "../ui/notice";
import { PageHead } from "../ui/page-head";
import { PrintButton } from "../ui/print-button";
import { AgainstForm, sinceText } from "./against-form";
import { AreasTable } from "./areas-table";
import { ChoicesPart } from "./choices-part";
import { GroupsTable } from "./groups-table";
import { ImprovementsTable } from "./improvements-table";
import { ItemsTable } from "./items-table";
import { methodLines, responseText } from "./method";
import { RoundMap } from "./round-map";
import { TellPage } from "./tell-page";
import { ToldTextsPart } from "./told-texts";

type RoundPageProps = {
  view: RoundView;
  sense: Sense;
  mayImprove: boolean;
  mayReview: boolean;
  /** Puts out the page for everybody; null for whoever does not. */
  tell: FormAction | null;
  locale: Locale;
  messages: Messages;
};

/** With fewer areas a map says nothing that the table does not. */
const fewestOnMap = 2;

/** One round as one area is told of it: the senses, the areas below, every question, and how it was counted. */
export function RoundPage({ view, sense, mayImprove, mayReview, tell, locale, messages }: RoundPageProps) {
  const words = wordsOf(locale, messages);
  const { t } = words;
  const { area, round, children, communities } = view;
  const query = { round: round.id, sense, ...(view.against ? { with: view.against.id } : {}) };
  const since = sinceText(view, words);
  const whole = view.senses.find(({ key }) => key === sense)?.value ?? null;
  const label = t(`figure.${sense}.label`);
  const tables = [
    { key: "children", group: children },
    { key: "communities", group: communities },
  ].filter(({ group }) => group.shown.length + group.tooFew.length > 0);
  const below = [...children.shown, ...children.tooFew];
  return (
    <article className="grid gap-5">
      <RoundHead view={view} query={query} mayReview={mayReview} words={words} />
      {round.mode === "open" ? <Notice tone="soon">{t("senses.openNote")}</Notice> : null}
      <AgainstForm view={view} sense={sense} words={words} />
      {view.against === null && view.senses.some(({ remade }) => remade) ? (
        <Notice tone="soon" title={t("senses.remade")}>
          <p>{t("senses.remadeText", { name: round.instrumentName, version: round.version })}</p>
        </Notice>
      ) : null}
      <section aria-label={t("board.senses")} className="rounded border border-line bg-raised">
        <ul className="grid divide-line max-lg:divide-y lg:grid-cols-3 lg:divide-x">
          {view.senses.map((figure) => (
            <SenseTile
              key={figure.key}
              sense={figure}
              words={words}
              since={since}
              chosen={figure.key === sense && below.length > 0}
            />
          ))}
        </ul>
        <Basis view={view} since={since} words={words} />
      </section>
      {view.outlines.length >= fewestOnMap && below.some(({ result }) => result) ? (
        <section className="rounded border border-line bg-raised p-4">
          <RoundMap
            title={t("senses.mapTitle", { sense: label })}
            outlines={view.outlines}
            rows={below}
            query={query}
            words={words}
          />
        </section>
      ) : null}
      {tables.map(({ key, group }) => (
        <AreasTable
          key={key}
          caption={t(key === "children" ? "senses.children" : "senses.communities", { sense: label, area: area.name })}
          group={group}
          whole={whole}
          query={query}
          since={since}
          words={words}
        />
      ))}
      <ItemsTable
        items={view.items}
        since={since}
        improve={mayImprove ? (item) => improvePath({ area: area.id, round: round.id, item }) : null}
        words={words}
      />
      {view.groups.map((groups) => (
        <GroupsTable key={groups.code} groups={groups} whole={wholeOf(view)} words={words} />
      ))}
      <ChoicesPart choices={view.choices} words={words} />
      <ToldTextsPart texts={view.texts} words={words} />
      <ImprovementsTable
        rows={view.acted}
        items={view.items}
        round={round}
        rounds={view.rounds}
        today={view.today}
        words={words}
      />
      <TellPage round={round} area={area.name} tell={area.id === round.areaId ? tell : null} words={words} />
      <Method view={view} words={words} />
      <HoverNotes />
    </article>
  );
}

const wholeOf = ({ senseResults }: RoundView) =>
  Object.fromEntries(senseResults.map(({ sense, result }) => [sense, result.value]));

// A path that stands, with a query; typed routes check only the path.
const improvePath = (asked: Record<string, string>) =>
  `/senses/improvements/new?${new URLSearchParams(asked)}` as Route;

/** All senses together, how that moved, and how many of those asked have answered. */
function Basis({ view, since, words }: { view: RoundView; since: string; words: Words }) {
  const { overall, overallChange } = view;
  const { t, locale } = words;
  const points = (value: number) => formatChange(locale, value, 1);
  const lines = [
    overall?.interval
      ? `${t("senses.overall")} ${t("senses.overallLine", {
          value: overall.meanCoarse ? printCoarse(words, overall.value) : overall.value.toFixed(1),
          low: overall.interval[0].toFixed(1),
          high: overall.interval[1].toFixed(1),
          n: formatNumber(locale, overall.n),
        })}`
      : null,
    overallChange.interval
      ? t("senses.overallChange", {
          since,
          change: printChange(words, "index", overallChange),
          low: points(overallChange.interval[0]),
          high: points(overallChange.interval[1]),
        })
      : null,
    responseText(view, words),
  ].filter((line) => line !== null);
  if (lines.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-1 border-t border-line px-4 py-2 text-sm text-second">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

type HeadProps = { view: RoundView; query: Record<string, string>; mayReview: boolean; words: Words };

function RoundHead({ view: { area, crumbs, round, answers }, query, mayReview, words: { t, locale } }: HeadProps) {
  const span = t("senses.span", { from: formatDay(locale, round.opensOn), to: formatDay(locale, round.closesOn) });
  const n = answers > 0 ? t("senses.answers", { n: formatNumber(locale, answers) }) : t("common.tooFew");
  return (
    <PageHead
      title={`${area.name} · ${round.name}`}
      above={
        <nav aria-label={t("area.path")} className="flex flex-wrap gap-x-1.5 text-sm text-second">
          {crumbs.slice(0, -1).map((crumb) => (
            <span key={crumb.id}>
              <AppLink
                href={`/senses?${new URLSearchParams({ area: crumb.id, ...query })}`}
                className="underline underline-offset-2"
              >
                {crumb.name}
              </AppLink>
              <span aria-hidden="true"> ›</span>
            </span>
          ))}
        </nav>
      }
      note={`${span} · ${n}`}
    >
      <Badge>{t(`senses.mode.${round.mode}`)}</Badge>
      <LinkButton small tone="quiet" href={`/senses?area=${area.id}`}>
        {t("senses.allRounds")}
      </LinkButton>
      {mayReview ? (
        <AppLink href={`/senses/${round.id}/texts`} className={buttonClass("quiet", true)}>
          {t("text.review")}
        </AppLink>
      ) : null}
      <LinkButton small tone="quiet" href={`/api/senses/results?${new URLSearchParams({ area: area.id, ...query })}`}>
        {t("senses.export")}
      </LinkButton>
      <PrintButton label={t("board.print")} />
    </PageHead>
  );
}

function Method({ view, words }: { view: RoundView; words: Words }) {
  const { t } = words;
  return (
    <section className="grid gap-1 text-sm text-second">
      <h2 className="text-base font-semibold text-ink">{t("senses.method.title")}</h2>
      <ul className="list-disc ps-5">
        {methodLines(view, words).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </section>
  );
}
