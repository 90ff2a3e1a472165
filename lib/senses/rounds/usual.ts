import type { AreaRow } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import type { Context } from "../../context";
import { defaultInstrument } from "../model";
import { listPublishedRounds } from "../queries";

type Askable = { id: string; key: string };

/** What the last round here asked, in its last version, so that the next can be compared with it; else what ships. */
export async function usualQuestionnaire<One extends Askable>(ctx: Context, area: AreaRow, askable: readonly One[]) {
  const asked = await listPublishedRounds(ctx, area, localDay(ctx.now));
  const keys = asked.filter(({ mode }) => mode !== "imported").map(({ instrumentKey }) => instrumentKey);
  const known = [...keys, defaultInstrument.key].find((key) => askable.some((one) => one.key === key));
  return askable.find(({ key }) => key === known) ?? askable[0];
}
