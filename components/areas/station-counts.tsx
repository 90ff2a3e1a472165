import { stationFields } from "../../lib/areas/model";
import type { Ground } from "../../lib/areas/queries-detail";
import { formatNumber, type Locale } from "../../lib/format";
import { AppLink } from "../ui/app-link";
import { Stat } from "../ui/stat";

type Field = (typeof stationFields)[number];
type StationCountsProps = {
  ground: Ground;
  /** Where the stations of a field are listed; null for those who may not read them. */
  listOf: ((field: Field) => `/${string}?${string}`) | null;
  locale: Locale;
  texts: { fields: (station: { field: Field }) => string };
};

/** The open stations of a large area by field, each count a link to its list. */
export function StationCounts({ ground, listOf, locale, texts }: StationCountsProps) {
  return (
    <div className="grid grid-cols-3 gap-4 rounded border border-line bg-raised p-4 lg:grid-cols-5">
      {stationFields.map((field) => {
        const label = texts.fields({ field });
        const count = formatNumber(locale, ground[`stations_${field}`]);
        return (
          <Stat
            key={field}
            label={label}
            value={
              listOf ? (
                <AppLink href={listOf(field)} aria-label={`${label} ${count}`} className="hover:underline">
                  {count}
                </AppLink>
              ) : (
                count
              )
            }
          />
        );
      })}
    </div>
  );
}
