import { z } from "zod";
import { sentSheet } from "../../exchange/input";
import { columnsIn, sourceWritten } from "./model";

/** A sheet of paper forms for a round; as long as it names no column, they are found by their headers. */
export const formsInput = z
  .object({ id: z.uuid(), area: z.string().max(2000).default(""), ...sentSheet })
  .catchall(z.string().max(2000))
  .transform(({ id, file, skip, accepted, area, ...fields }) => {
    const columns = columnsIn(fields);
    const isChosen = Object.keys(columns).length > 0;
    return { id, file, skip, accepted, matching: isChosen ? { columns, area: sourceWritten(area) } : null };
  });
