import "server-only";
import type { ImportReport } from "../exchange/report";
import { sentence } from "./locale";

const most = 200;

/** What came of a sheet, in the words of the reader, as a page shows it. */
export async function shownReport({ kind: _, file: __, columns: ___, notices, rejections, ...counts }: ImportReport) {
  const rest = rejections.length - most;
  const told = [...notices, ...(rest > 0 ? [{ reason: "exchange.rest", values: { n: rest } }] : [])];
  return {
    ...counts,
    rejections: await Promise.all(
      rejections.slice(0, most).map(async ({ line, column, value, reason, values }) => ({
        ...{ line, column, value },
        reason: await sentence(reason, values),
      })),
    ),
    notices: await Promise.all(told.map(({ reason, values }) => sentence(reason, values))),
  };
}
