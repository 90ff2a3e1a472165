import type { Direction } from "../../lib/figures/change";
import { formatNumber, type Locale } from "../../lib/format";
import type { TopicRow } from "../../lib/topics/queries";
import type { Volume } from "../../lib/topics/volume";
import { AppLink } from "../ui/app-link";
import { Table, TableHead, Td, Th, Tr } from "../ui/table";
import { VerdictMark } from "./verdict";

export type CountedTopic = TopicRow & { volume: Volume };

type Props = {
  rows: CountedTopic[];
  caption: string;
  hideCaption?: boolean;
  locale: Locale;
  texts: {
    heads: Record<"name" | "area" | "leadUnit" | "days" | "before" | "after" | "change" | "tasks" | "linked", string>;
    direction: (direction: Direction) => string;
  };
};

/** Topics with who leads, how far the tasks are and whether the weekly number changed; of those over also what came of it. */
export function TopicsTable({ rows, caption, hideCaption = false, locale, texts: { heads, direction } }: Props) {
  return (
    <Table caption={caption} hideCaption={hideCaption} stacked>
      <TableHead>
        <Th className="min-w-48">{heads.name}</Th>
        <Th>{heads.area}</Th>
        <Th>{heads.leadUnit}</Th>
        <Th>{heads.days}</Th>
        <Th numeric>{heads.before}</Th>
        <Th numeric>{heads.after}</Th>
        <Th>{heads.change}</Th>
        <Th numeric>{heads.tasks}</Th>
        <Th numeric>{heads.linked}</Th>
      </TableHead>
      <tbody>
        {rows.map(({ volume: { comparison }, ...topic }) => (
          <Tr key={topic.id}>
            <Td lead className="sm:max-w-[24em]">
              <AppLink href={`/topics/${topic.id}`} data-row="" className="font-semibold hover:underline">
                {topic.title}
              </AppLink>
              {topic.closing ? <p className="text-second">{topic.closing}</p> : null}
            </Td>
            <Td className="whitespace-nowrap">{topic.areaName}</Td>
            <Td>{topic.unitName}</Td>
            <Td className="whitespace-nowrap text-second">
              {[topic.startsOn, topic.closedOn].filter(Boolean).join(" – ")}
            </Td>
            <Td numeric label={heads.before}>
              {formatNumber(locale, comparison.before)}
            </Td>
            <Td numeric label={heads.after}>
              {formatNumber(locale, comparison.after)}
            </Td>
            <Td>
              <VerdictMark direction={comparison.direction} text={direction(comparison.direction)} />
            </Td>
            <Td numeric label={heads.tasks}>{`${topic.done} / ${topic.tasks}`}</Td>
            <Td numeric label={heads.linked}>
              {formatNumber(locale, topic.linked)}
            </Td>
          </Tr>
        ))}
      </tbody>
    </Table>
  );
}
