import type { Ground } from "../../lib/areas/queries-detail";
import { formatNumber, formatShare, type Locale } from "../../lib/format";
import { Stat } from "../ui/stat";

type Sense = { key: string; label: string; part: number; whole: number; digits: number };

export type CoverageTexts = {
  staffed: string;
  partyGrids: string;
  covered: string;
  householdsCovered: string;
  communitiesGridded: string;
  noData: string;
  hectares: (n: string) => string;
};

/** Coverage in its four senses and the party groups, each with what it is made of; none where nothing is to be covered. */
export function CoverageBand({ ground, locale, texts }: { ground: Ground; locale: Locale; texts: CoverageTexts }) {
  const senses: Sense[] = [
    { key: "staffed", label: texts.staffed, part: ground.grids_staffed, whole: ground.grids, digits: 0 },
    { key: "area", label: texts.covered, part: ground.covered_m2 / 10_000, whole: ground.area_m2 / 10_000, digits: 1 },
    {
      key: "households",
      label: texts.householdsCovered,
      part: ground.households_gridded,
      whole: ground.households,
      digits: 0,
    },
    {
      key: "communities",
      label: texts.communitiesGridded,
      part: ground.communities_gridded,
      whole: ground.communities,
      digits: 0,
    },
    { key: "party", label: texts.partyGrids, part: ground.grids_party, whole: ground.grids, digits: 0 },
  ];
  return (
    <div className="grid grid-cols-2 gap-4 rounded border border-line bg-raised p-4 sm:grid-cols-3 lg:grid-cols-5">
      {senses.map(({ key, label, part, whole, digits }) => {
        const print = (n: number) => formatNumber(locale, n, digits);
        const amounts = `${print(part)} / ${print(whole)}`;
        const note = key === "area" ? texts.hectares(amounts) : amounts;
        return whole > 0 ? (
          <Stat key={key} label={label} value={formatShare(locale, part / whole)} note={note} />
        ) : (
          <Stat key={key} label={label} value="–" note={texts.noData} />
        );
      })}
    </div>
  );
}
