import "server-only";
import { sql } from "drizzle-orm";
import { authorize } from "../../access/guard";
import { isCounted } from "../../areas/model";
import { getOpenArea } from "../../areas/queries";
import { localDay } from "../../calendar/zone";
import { listUnits } from "../../cases/queries";
import type { Context } from "../../context";
import { Refusal } from "../../errors";
import { recordWith } from "../../events/record";
import { itemKey } from "../model";
import { findPublishedRound, listCells } from "../queries";
import { attachCase } from "./cases";
import type { OpenImprovementInput } from "./input";

/** Takes on a question of a published round, where its result is known. The same form sent twice is one improvement. */
export async function openImprovement(ctx: Context, input: OpenImprovementInput): Promise<void> {
  const area = await getOpenArea(ctx, input.areaId);
  authorize(ctx.actor, "improvement.open");
  if (!isCounted(area.level)) throw new Refusal("conflict", "improvement.level", { name: area.name });
  const round = await findPublishedRound(ctx, area, input.roundId);
  if (!round) throw new Refusal("not-found", "round.missing");
  const [cell] = await listCells(ctx, [round.id], [area.id], [itemKey(input.item)]);
  if (!cell) throw new Refusal("conflict", "improvement.unknown", { name: area.name });
  if (input.dueOn < localDay(ctx.now)) throw new Refusal("invalid", "improvement.past", {}, "dueOn");
  const unit = (await listUnits(ctx)).find((each) => each.id === input.unitId);
  if (!unit) throw new Refusal("invalid", "improvement.unit", {}, "unitId");

  const { id, item, unitId, plan, dueOn } = input;
  const added = sql`(
    insert into improvements (id, round_id, area_id, area_pos, item_code, unit_id, plan, due_on, opened_by, opened_at)
    values (${id}, ${round.id}, ${area.id}, ${area.pos}, ${item}, ${unitId}, ${plan}, ${dueOn}, ${ctx.actor.accountId}, ${ctx.now.toISOString()})
    on conflict (id) do nothing returning id)`;
  const isNew = await recordWith(ctx, added, {
    subject: "round",
    id: round.id,
    action: "improvement.opened",
    areaPos: area.pos,
    detail: { item, unit: unit.name, plan, dueOn },
  });
  if (isNew && input.caseNumber) await attachCase(ctx, { id, areaId: area.id, areaPos: area.pos }, input.caseNumber);
}
