import type { Volume } from "../../lib/topics/volume";
import { ChartFigure } from "../charts/chart-figure";
import { WeekChart } from "../charts/week-chart";
import { WeekLive } from "../charts/week-live";
import type { WeekRow } from "../charts/week-scale";
import { AppLink } from "../ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";

export type VolumeTexts = {
  title: string;
  note: string;
  asTable: string;
  week: string;
  requests: string;
  notes: string;
  action: string;
  count: (n: number) => string;
};
type Address = `/cases?${string}`;
type Props = {
  volume: Volume;
  notes: readonly { id: string; day: string; note: string }[];
  hrefOf: (week: { from: string; to: string }) => Address;
  texts: VolumeTexts;
};

/** The requests of the matter week by week, with what was noted then; each number leads to its requests. */
export function VolumePanel({ volume, notes, hrefOf, texts }: Props) {
  const weeks = volume.weeks.map((week) => ({
    ...week,
    notes: notes.filter(({ day }) => day >= week.from && day <= week.to).map(({ day, note }) => `${day} ${note}`),
  }));
  const rows: WeekRow[] = weeks.map(({ week, from, n, notes: noted }) => ({
    key: week,
    label: from.slice(5).replace("-", "/"),
    n,
    before: week < 0,
    notes: noted,
  }));
  return (
    <ChartFigure
      title={texts.title}
      note={texts.note}
      table={{
        open: texts.asTable,
        children: (
          <Table caption={texts.title} hideCaption className="max-h-96 overflow-y-auto">
            <TableHead>
              <Th>{texts.week}</Th>
              <Th numeric>{texts.requests}</Th>
              <Th>{texts.notes}</Th>
            </TableHead>
            <tbody>
              {weeks.map((week) => (
                <Tr key={week.week}>
                  <Td className="whitespace-nowrap">{`${week.from} – ${week.to}`}</Td>
                  <Td numeric>
                    <AppLink href={hrefOf(week)} className="touch underline-offset-2 hover:underline">
                      {texts.count(week.n)}
                    </AppLink>
                  </Td>
                  <Td>{week.notes.join("；")}</Td>
                </Tr>
              ))}
            </tbody>
          </Table>
        ),
      }}
    >
      <WeekLive rows={rows} name={texts.requests}>
        <WeekChart rows={rows} texts={texts} />
      </WeekLive>
    </ChartFigure>
  );
}
