import type { TableRow } from "./table";
import { writeCsv } from "./write";

/** Why a row stays out. `reason` is a key of the messages; a row may be named more than once. */
export type Rejection = TableRow & {
  column: string | null;
  value: string | null;
  reason: string;
  values: Record<string, string | number>;
};

export type Notice = { reason: string; values: Record<string, string | number> };

export type ImportReport = {
  kind: "areas" | "boundaries" | "cases" | "answers";
  file: string;
  columns: string[];
  /** What parts the cells of the file; of a file without cells, nothing. */
  separator?: string;
  applied: boolean;
  read: number;
  new: number;
  changed: number;
  same: number;
  /** Rows left out on purpose. */
  skipped?: number;
  /** Single values left out of rows that stay. */
  leftOut?: number;
  rejected: number;
  rejections: Rejection[];
  notices: Notice[];
};

/** A message by its key, in the language of the reader. */
export type Say = (key: string, values?: Record<string, string | number>) => string;

export function rejectedLines(rejections: readonly Rejection[]): number {
  return new Set(rejections.map((rejection) => rejection.line)).size;
}

export function reportText(report: ImportReport, say: Say, most = 50): string {
  const { read, changed, same, rejected, rejections, notices } = report;
  const shown = rejections.slice(0, most);
  const rest = rejections.length - shown.length;
  return [
    say(`exchange.kind.${report.kind}`, { file: report.file }),
    say("exchange.counts", { read, new: report.new, changed, same, rejected }),
    ...(report.leftOut ? [say("exchange.leftOut", { n: report.leftOut })] : []),
    ...(report.skipped ? [say("exchange.skipped", { n: report.skipped })] : []),
    ...notices.map((notice) => say("exchange.notice", { text: say(notice.reason, notice.values) })),
    ...shown.map((rejection) => rejectionText(rejection, say)),
    ...(rest > 0 ? [say("exchange.rest", { n: rest })] : []),
    say(outcome(report)),
  ]
    .map(oneLine)
    .join("\n");
}

/** What a file says can neither break a line of the report nor speak to the terminal. */
export function oneLine(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

function outcome(report: ImportReport): string {
  if (report.applied) return "exchange.applied";
  return report.rejected > 0 ? "exchange.dryRejected" : "exchange.dry";
}

export function rejectionText(rejection: Rejection, say: Say): string {
  const { line, column, value, reason, values } = rejection;
  return say("exchange.rejection", {
    line,
    column: column ?? "–",
    value: shortened(value ?? "–"),
    reason: say(reason, values),
  });
}

const shortened = (value: string) => (value.length > 80 ? `${value.slice(0, 79)}…` : value);

export function reportJson(report: ImportReport, say: Say): string {
  const rejections = report.rejections.map(({ cells: _, ...rejection }) => ({
    ...rejection,
    message: say(rejection.reason, rejection.values),
  }));
  const notices = report.notices.map((notice) => ({ ...notice, message: say(notice.reason, notice.values) }));
  return JSON.stringify({ ...report, rejections, notices }, null, 2);
}

/** The rejected rows as they came and parted as they were, with line, column and reason beside them, ready to be mended and read again. */
export function rejectedCsv(report: ImportReport, say: Say): string {
  const lines = new Map<number, Rejection[]>();
  for (const rejection of report.rejections) {
    lines.set(rejection.line, [...(lines.get(rejection.line) ?? []), rejection]);
  }
  const rows = [...lines].map(([line, all]) => [
    ...(all[0]?.cells ?? []),
    String(line),
    all.map(({ column, reason, values }) => [column, say(reason, values)].filter(Boolean).join(": ")).join("; "),
  ]);
  return writeCsv(
    [...report.columns, say("exchange.lineColumn"), say("exchange.reasonColumn")],
    rows,
    report.separator,
  );
}
