import type { Sql, TransactionSql } from "postgres";
import { printDay, startOfNumber } from "../../lib/calendar/zone";
import { drawCode, roundCodeLength } from "../../lib/senses/answering/codes";
import type { ImprovementOutcome } from "../../lib/senses/model";
import type { Account } from "./accounts";
import type { Community, Tree } from "./areas";
import { copy, instant, type Value } from "./copy";
import { told } from "./names";
import { shops } from "./projects";
import { idAt, randomFrom } from "./random";
import type { Units } from "./units";

type Telling = { seed: string; tree: Tree; units: Units; accounts: Account[] };
type Act = {
  item: string;
  by: "own" | "property";
  plan: string;
  days: number;
  end?: [ImprovementOutcome, string];
  /** Done together with the topic or the station of the place, or with what its shops promised. */
  along?: "topic" | "station" | "shops";
};

/** What was taken on after each round, first and last; the tower's lifts are why its security rose. */
const acts: { place: string; turn: number; act: Act }[] = [
  {
    place: told.tower,
    turn: 0,
    act: {
      item: "S2",
      by: "property",
      plan: "更换三栋楼的老旧电梯部件，每月公布一次检修记录",
      days: 90,
      end: ["done", "六部电梯已换完曳引绳和门机，检修记录每月贴在单元门口"],
      along: "topic",
    },
  },
  {
    place: told.tower,
    turn: 0,
    act: {
      item: "G3",
      by: "own",
      plan: "每件诉求办完当天给本人打电话说结果",
      days: 60,
      end: ["done", "从上月起，办完当天由网格员打电话告知结果"],
    },
  },
  {
    place: told.tower,
    turn: 0,
    act: {
      item: "H4",
      by: "own",
      plan: "请交管部门把南门外的临时停车位挪走",
      days: 60,
      end: ["cannot", "南门外是市政道路，停车位由区里统一规划，社区无权调整；已把大家的意见报到区里"],
    },
  },
  {
    place: told.tower,
    turn: 1,
    act: { item: "H2", by: "own", plan: "每月办一次楼栋茶话会，新老邻居见见面", days: 75, along: "station" },
  },
  {
    place: told.model,
    turn: 1,
    act: {
      item: "G2",
      by: "own",
      plan: "把“什么事找谁办”印成一张纸，送到每户",
      days: 45,
      along: "shops",
    },
  },
];

/** Takes on what the rounds found, and gives both back to residents. */
export async function loadImprovements(tx: TransactionSql | Sql, telling: Telling): Promise<void> {
  const { seed, tree, units, accounts } = telling;
  const random = randomFrom(`${seed}/improvements`);
  const rounds = await tx<{ id: string; closed: number }[]>`
    select id, (closes_on - date '1970-01-01')::int as closed from rounds where published_at is not null order by closes_on`;
  const communities = new Map(
    tree.streets.flatMap((street) => street.communities).map((community) => [community.area.name, community]),
  );
  const opener = accounts.find(({ grants }) => grants.some(({ role }) => role === "official"));
  const along = await alongside(tx);
  const rows = acts.flatMap(({ place, turn, act }): Value[][] => {
    const [community, round] = [communities.get(place), rounds[turn]];
    if (!community || !round || !opener) return [];
    const opened = round.closed + 4;
    const [outcome, closing] = act.end ?? [null, null];
    return [
      [
        idAt(random, Date.UTC(2026, 0, 7) + turn),
        round.id,
        community.area.id,
        community.area.pos,
        act.item,
        unitOf(units, community, act.by),
        act.plan,
        printDay(opened + act.days),
        opener.id,
        instant(startOfNumber(opened) + 10 * 3_600_000),
        outcome,
        closing,
        act.end ? instant(startOfNumber(opened + act.days - 5) + 15 * 3_600_000) : null,
        ...along(community, act),
      ],
    ];
  });
  await copy(
    tx,
    "improvements",
    [
      "id",
      "round_id",
      "area_id",
      "area_pos",
      "item_code",
      "unit_id",
      "plan",
      "due_on",
      "opened_by",
      "opened_at",
      "outcome",
      "closing",
      "closed_at",
      "topic_id",
      "station_id",
      "project_id",
    ],
    rows,
  );
  for (const { id } of rounds)
    await tx`update rounds set told_code = ${drawCode(roundCodeLength, (below) => random.whole(0, below - 1))}, told_at = published_at where id = ${id}`;
}

/** With what an act is done: the topic of its place, a station there, or what the shops promised it. */
async function alongside(tx: TransactionSql | Sql) {
  const topics = await tx<{ id: string; area: string }[]>`select id, area_id as area from topics`;
  const stations = await tx<{ id: string; area: string }[]>`
    select id, area_id as area from stations where closed_on is null order by name, id`;
  const promised = await tx<{ id: string; area: string }[]>`
    select id, area_id as area from projects where offer = ${shops[0]}`;
  return ({ area }: Community, { along }: Act): Value[] => {
    const here = (rows: { id: string; area: string }[]) => rows.find((row) => row.area === area.id)?.id ?? null;
    return [
      along === "topic" ? here(topics) : null,
      along === "station" ? here(stations) : null,
      along === "shops" ? here(promised) : null,
    ];
  };
}

function unitOf(units: Units, community: Community, by: Act["by"]): string {
  const found = units.ofCommunity.get(community);
  if (!found) throw new Error("every community has its units");
  return found[by].id;
}
