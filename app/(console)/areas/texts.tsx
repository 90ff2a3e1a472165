import type { ChildrenTexts } from "@/components/areas/children-table";
import type { CoverageTexts } from "@/components/areas/coverage-band";
import { AppLink } from "@/components/ui/app-link";
import type { AreaRow } from "@/lib/areas/queries";
import type { AreaCodeRow, AreaSheetRow, OfficerRow, StationRow } from "@/lib/areas/queries-detail";
import { formatNumber, type Locale } from "@/lib/format";
import type { translator } from "@/lib/next/locale";

export type AreaWords = Awaited<ReturnType<typeof translator<"area">>>;
type FigureWords = Awaited<ReturnType<typeof translator<"figure">>>;

export function coverageTexts(t: AreaWords, figure: FigureWords): CoverageTexts {
  return {
    staffed: figure("grids_staffed.label"),
    partyGrids: figure("grids_party.label"),
    covered: figure("area_covered.label"),
    householdsCovered: figure("households_covered.label"),
    communitiesGridded: figure("communities_gridded.label"),
    noData: t("noData"),
    hectares: (n) => t("hectares", { n }),
  };
}

export function childrenTexts(t: AreaWords, name: string): ChildrenTexts {
  return {
    caption: t("childrenCaption", { name }),
    name: t("name"),
    level: t("levelLabel"),
    codes: t("codes"),
    below: t("below"),
    households: t("households"),
    residents: t("residents"),
    officers: t("officers"),
    party: t("party"),
    covered: t("covered"),
    hasParty: t("hasParty"),
    noParty: t("noParty"),
    levels: ({ level, kind }) => (kind ? t(`kinds.${kind}`) : t(`level.${level}`)),
    codesOf: ({ codes }) => codes.map(({ scheme, code }) => `${t(`scheme.${scheme}`)} ${code}`).join(" · "),
  };
}

export function officerTexts(t: AreaWords) {
  return {
    caption: t("officers"),
    name: t("name"),
    kind: t("officerKind"),
    from: t("startsOn"),
    to: t("endsOn"),
    serving: t("serving"),
    kinds: ({ kind }: OfficerRow) => t(`officerKinds.${kind}`),
  };
}

export function stationTexts(t: AreaWords) {
  return {
    caption: t("stations"),
    name: t("name"),
    field: t("field"),
    area: t("title"),
    from: t("openedOn"),
    to: t("closedOn"),
    open: t("openNow"),
    fields: ({ field }: Pick<StationRow, "field">) => t(`fields.${field}`),
  };
}

type Known = { area: AreaRow; sheet: AreaSheetRow; codes: AreaCodeRow[]; predecessors: { id: string; name: string }[] };

export function factsOf({ area, sheet, codes, predecessors }: Known, { t, locale }: { t: AreaWords; locale: Locale }) {
  const count = (n: number | null) => (n === null ? t("unknownCount") : formatNumber(locale, n));
  const isLived = area.level === "community" || area.level === "grid" || area.level === "building";
  const party = sheet.partyFrom ? t("codeSpan", { from: sheet.partyFrom, to: sheet.partyTo ?? "…" }) : t("noParty");
  return [
    { label: t("codes"), value: codes.length === 0 ? t("noCodes") : <Codes codes={codes} t={t} /> },
    ...(sheet.kind ? [{ label: t("kind"), value: t(`kinds.${sheet.kind}`) }] : []),
    ...(isLived
      ? [
          { label: t("households"), value: count(sheet.households) },
          { label: t("residents"), value: count(sheet.residents) },
        ]
      : []),
    ...(sheet.areaM2 === null
      ? []
      : [{ label: t("m2"), value: t("hectares", { n: formatNumber(locale, sheet.areaM2 / 10_000, 1) }) }]),
    ...(area.level === "grid" ? [{ label: t("party"), value: party }] : []),
    ...(predecessors.length > 0 ? [{ label: t("predecessors"), value: <Predecessors areas={predecessors} /> }] : []),
  ];
}

function Codes({ codes, t }: { codes: AreaCodeRow[]; t: AreaWords }) {
  return (
    <ul className="grid gap-0.5">
      {codes.map(({ scheme, code, name, validFrom, validTo }) => (
        <li key={`${scheme} ${code} ${validFrom}`} className="tabular-nums">
          {t(`scheme.${scheme}`)} {code}{" "}
          <span className="text-sm text-second">
            {validTo ? t("codeSpan", { from: validFrom, to: validTo }) : t("codeValid", { from: validFrom })}
            {name ? ` · ${t("codeCalled", { name })}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Predecessors({ areas }: { areas: { id: string; name: string }[] }) {
  return (
    <ul className="flex flex-wrap gap-x-3">
      {areas.map(({ id, name }) => (
        <li key={id}>
          <AppLink href={`/areas?area=${id}`} className="underline underline-offset-2">
            {name}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
