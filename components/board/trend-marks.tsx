import type { TrendPoint } from "../../lib/board/model";
import { formatDay } from "../../lib/format";
import type { TopicMark } from "../../lib/topics/model";
import { AppLink } from "../ui/app-link";
import { marksOf } from "./marks";
import type { Words } from "./words";

type Props = { points: readonly TrendPoint[]; notes: readonly TopicMark[]; words: Words };

/** What was done on the days of the course: a line at each, and over those that lie together one mark that tells them. */
export function TrendMarks({ points, notes, words }: Props) {
  const { t } = words;
  return (
    <div className="trend-marks pointer-events-none absolute start-10.5 end-23.5 top-0 bottom-5 print:hidden">
      {marksOf(points, notes).map(({ key, at, lines, noted }) => (
        <div key={key} data-noted="always">
          {lines.map((line) => (
            <span
              key={line}
              className="absolute top-6 bottom-0 border-s border-dashed border-edge opacity-60"
              style={{ left: `${line}%` }}
            />
          ))}
          <button
            type="button"
            popoverTarget={`mark-${key}`}
            data-note={`mark-${key}`}
            aria-label={t("board.marks", { n: noted.length, day: formatDay(words.locale, noted[0]?.day ?? "") })}
            className="pointer-events-auto absolute top-0 z-10 grid size-6 -translate-x-1/2 place-items-center rounded-full text-second hover:text-ink"
            style={{ left: `${at}%` }}
          >
            <span className="grid size-4.5 place-items-center rounded-full border border-current bg-raised text-sm leading-none">
              {noted.length}
            </span>
          </button>
          <div id={`mark-${key}`} popover="auto" role="note" className="floating pointer-events-auto p-4 text-sm">
            <MarkList notes={noted} words={words} />
          </div>
        </div>
      ))}
    </div>
  );
}

/** What was done, by topic, each with its day. */
export function MarkList({ notes, words: { t, locale } }: { notes: readonly TopicMark[]; words: Words }) {
  if (notes.length === 0) return null;
  const topics = new Map(notes.map(({ topicId, title, areaName }) => [topicId, `${areaName} · ${title}`]));
  return (
    <ul className="grid gap-2">
      {[...topics].map(([topicId, name]) => (
        <li key={topicId}>
          <AppLink href={`/topics/${topicId}`} className="font-semibold hover:underline">
            {name}
          </AppLink>
          {notes
            .filter((mark) => mark.topicId === topicId)
            .map(({ day, note }) => (
              <p key={`${day}${note}`}>
                <span className="text-second">{formatDay(locale, day)}</span> {note ?? t("board.markStart")}
              </p>
            ))}
        </li>
      ))}
    </ul>
  );
}
