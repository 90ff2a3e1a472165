import type { Attempt, Target } from "./attempt";
import { mayRows } from "./may";
import { seenBy } from "./oracle";
import type { City, Person } from "./world";

/** Whether the actor can see what the attempt is on, as SQL over the area `t.area` and whether `t.assigned` to its unit. */
const visible: Record<Attempt["on"], string> = {
  case: `me.role not in ('sysadmin', 'secadmin', 'auditor') and inside and (me.role <> 'handler' or t.assigned)`,
  area: "inside",
  round: `me.role not in ('sysadmin', 'secadmin', 'auditor', 'handler') and inside`,
  asked: `me.role not in ('sysadmin', 'secadmin', 'auditor', 'handler') and (inside or exists (select from above a where a.id = t.area))`,
  account: "me.role in ('sysadmin', 'secadmin') and inside",
  granting: "me.role in ('sysadmin', 'secadmin')",
  importing: "true",
  nothing: "true",
};

/** What should come of an attempt on each target: the owner's answer, from the parents of areas and the written table. */
export async function expectedOf(
  city: City,
  person: Person,
  { on, permission }: Pick<Attempt, "on" | "permission">,
  targets: Target[],
): Promise<string[]> {
  const rows = await city.owner.unsafe(
    `${seenBy(person)},
    placed as (
      select t.*, t.area in (select id from mine) as inside
      from jsonb_array_elements($1::text::jsonb) with ordinality e (row, n), lateral jsonb_to_record(e.row) t (area uuid, assigned boolean)
    )
    select case when not (${visible[on]}) then 'not-found' when not m.may then 'forbidden'
      when ${on === "granting" || on === "importing" ? "not inside" : "false"} then 'not-found' else 'passed' end as outcome
    from placed t, me join jsonb_to_recordset($2::text::jsonb) m (permission text, role text, may boolean)
      on m.role = me.role and m.permission = $3`,
    [JSON.stringify(targets), JSON.stringify(mayRows), permission],
  );
  return rows.map(({ outcome }) => String(outcome));
}
