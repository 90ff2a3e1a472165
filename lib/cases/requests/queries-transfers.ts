import { and, asc, eq, inArray, isNull, ne, notInArray, type SQL, sql } from "drizzle-orm";
import { areas } from "../../../db/schema/areas";
import { crumbsOf, getArea } from "../../areas/queries";
import type { Context } from "../../context";

export type Target = { id: string; name: string; level: string; pos: number };

/** Where a case of an area may be handed to: beside and above it, as far as the actor may name areas. */
export function listTargets(ctx: Context, areaId: string): Promise<Target[]> {
  return targetsOf(ctx, areaId, { own: sql`true`, beside: sql`true` });
}

export async function findTarget(ctx: Context, areaId: string, id: string): Promise<Target | null> {
  const [target] = await targetsOf(ctx, areaId, { own: eq(areas.id, id), beside: sql`id = ${id}` });
  return target ?? null;
}

async function targetsOf(ctx: Context, areaId: string, among: { own: SQL; beside: SQL }): Promise<Target[]> {
  const around = (await crumbsOf(ctx, await getArea(ctx, areaId))).map(({ id }) => id);
  const column = { id: areas.id, name: areas.name, level: areas.level, pos: areas.pos };
  const [own, others] = await Promise.all([
    ctx.db
      .select(column)
      .from(areas)
      .where(
        and(
          ne(areas.id, areaId),
          sql`(${inArray(areas.parentId, around)} or ${inArray(areas.id, around)})`,
          notInArray(areas.level, ["grid", "building"]),
          isNull(areas.closedOn),
          among.own,
        ),
      )
      .orderBy(asc(areas.pos)),
    ctx.db.execute<Target>(sql`select id, name, level, pos from neighbours() where ${among.beside}`),
  ]);
  return [...own, ...others];
}

type IncomingRow = {
  caseId: string;
  request: string;
  number: number;
  title: string;
  place: string | null;
  urgent: boolean;
  closeDueAt: string | null;
  reason: string;
  askedBy: string;
  askedName: string;
  askedAt: string;
  dueAt: string;
  fromName: string;
  areaId: string;
  toName: string;
};

/** What others would hand to the actor's area and nobody has answered; one whose time is over stays where it was. */
export async function listIncoming(ctx: Context) {
  const rows = await ctx.db.execute<IncomingRow>(sql`
    select case_id as "caseId", request, number::int, title, place, urgent, close_due_at as "closeDueAt", reason,
      asked_by as "askedBy", asked_name as "askedName", asked_at as "askedAt", due_at as "dueAt", from_name as "fromName",
      to_area_id as "areaId", to_name as "toName"
    from incoming_transfers() where due_at >= ${ctx.now.toISOString()}`);
  return rows.map((row) => ({
    ...row,
    closeDueAt: row.closeDueAt ? new Date(row.closeDueAt) : null,
    askedAt: new Date(row.askedAt),
    dueAt: new Date(row.dueAt),
  }));
}
export type Incoming = Awaited<ReturnType<typeof listIncoming>>[number];
