import type { TransactionSql } from "postgres";
import type { PhotoKind } from "../../lib/photos/model";
import type { Account } from "./accounts";
import type { Case } from "./cases";
import { copy, instant, type Value } from "./copy";
import { told } from "./names";
import { idAt, type Random, randomFrom } from "./random";
import { asOf } from "./rows";
import { drawScene, lookOf, type Scene, sceneSize, scenes } from "./scenes";
import { type Actor, type Cast, castFrom } from "./traces";

type Telling = { seed: string; cases: Case[]; accounts: Account[]; now: number };
type Shot = { id: string; told: Case; kind: PhotoKind; at: number; by: Actor; bytes: Buffer };

/** What each scene is a picture of. */
const shown: Record<Scene, (one: Case) => boolean> = {
  lamp: ({ line }) => line.code === "0202",
  pothole: ({ line, title }) => line.code === "0203" && title.endsWith("路面坑洼"),
  manhole: ({ line, title }) => line.code === "0201" && title.endsWith("井盖缺失，夜间危险"),
};
/** A few requests with a picture of how it was found and, where it is mended, of how it was left. */
export async function loadPhotos(
  tx: TransactionSql,
  telling: Telling,
  keep: (id: string, bytes: Buffer) => Promise<void>,
): Promise<string> {
  const [random, cast] = [randomFrom(`${telling.seed}/photos`), castFrom(telling.accounts)];
  const shots: Shot[] = [];
  for (const scene of scenes)
    for (const one of chosen(telling, scene))
      shots.push(...(await shotsOf({ one, scene, random, cast, now: telling.now })));
  await copy(
    tx,
    "case_photos",
    ["case_id", "id", "area_pos", "kind", "width", "height", "added_by", "added_name", "added_at"],
    shots.map(({ id, told: { id: caseId, area }, kind, at, by }): Value[] => [
      ...[caseId, id, area.pos, kind, sceneSize.width, sceneSize.height, by.account.id, by.account.name, instant(at)],
    ]),
  );
  await copy(
    tx,
    "events",
    ["subject_id", "id", "subject", "action", "area_pos", "account_id", "by", "role", "at", "detail"],
    shots.map(({ told: { id, area }, kind, at, by: { account, grant } }): Value[] => [
      ...[
        id,
        idAt(random, at),
        "case",
        "case.photo-added",
        area.pos,
        account.id,
        account.name,
        grant.role,
        instant(at),
      ],
      JSON.stringify({ photo: kind }),
    ]),
  );
  for (const { id, bytes } of shots) await keep(id, bytes);
  return `${shots.length} photos drawn`;
}

const minute = 60_000;
const hour = 60 * minute;

/** In the two communities that the demo leads to: the latest one, and the latest that was mended. */
function chosen({ cases, now }: Telling, scene: Scene): Case[] {
  const known = cases.filter(
    (one) => shown[scene](one) && one.life.validity === "valid" && one.registeredAt < now - hour,
  );
  const found = [told.tower, told.model].flatMap((name) => {
    const own = known.filter(({ community }) => community.area.name === name);
    return [own.at(-1), own.findLast((one) => mendedAt(one, now) !== null)];
  });
  return [...new Set(found)].filter((one) => one !== undefined);
}

function mendedAt(one: Case, now: number): number | null {
  const { resolvedAt, closeReason } = asOf(one, now, 0);
  return closeReason === null || closeReason === "solved" ? resolvedAt : null;
}

type Chosen = { one: Case; scene: Scene; random: Random; cast: Cast; now: number };

async function shotsOf({ one, scene, random, cast, now }: Chosen): Promise<Shot[]> {
  const { finder, worker } = cast(one);
  const mended = mendedAt(one, now);
  const look = lookOf(random);
  const taken: { kind: PhotoKind; at: number; by: Actor }[] = [
    { kind: "before", at: one.registeredAt + minute, by: finder },
    ...(mended === null ? [] : [{ kind: "after" as const, at: mended, by: worker }]),
  ];
  return Promise.all(
    taken.map(async ({ kind, at, by }) => ({
      id: idAt(random, at),
      told: one,
      kind,
      at,
      by,
      bytes: await drawScene(scene, kind === "after", look),
    })),
  );
}
