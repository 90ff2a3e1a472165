import { expect, test } from "vitest";
import { as, inRollback, type World } from "../../testing";
import { listCaseEvents, listCases } from "../queries";
import { caseIn } from "../testing";
import { answerUrge } from "./answer";
import { countWatched, listUrges } from "./queries";
import { urgeCase } from "./urge";

const wanted = { reason: "拖了太久", dueOn: "2026-11-24" };
const cityOf = (world: World) => as(world, "leader", "试城");

test("a leader presses for a case, its unit answers, and the numbers are their lists", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "dispatched");
    const leader = cityOf(world);
    const range = { pos: leader.actor.pos, last: leader.actor.last };
    await urgeCase(leader, { id, ...wanted });
    await expect(urgeCase(leader, { id, ...wanted })).rejects.toMatchObject({ reason: "case.urgedAlready" });
    world.now = new Date("2026-11-25T02:00:00Z");
    expect(await countWatched(cityOf(world), range)).toMatchObject({ urged: 1, "urged-late": 1, "returned-twice": 0 });
    const late = await listCases(cityOf(world), range, { queue: "urged-late" });
    expect(late.rows.map((row) => row.id)).toEqual([id]);

    const handler = as(world, "handler", "甲一社区");
    const [urge] = await listUrges(handler, id);
    await answerUrge(handler, { id, urge: urge?.id ?? "", answer: "配件今天到" });
    await expect(answerUrge(handler, { id, urge: urge?.id ?? "", answer: "再说一遍" })).rejects.toMatchObject({
      reason: "case.urgeAnswered",
    });
    expect(await countWatched(cityOf(world), range)).toMatchObject({ urged: 0, "urged-late": 0 });
    const history = await listCaseEvents(leader, id);
    expect(history.map(({ action }) => action)).toEqual(["case.urged", "case.answered-urge"]);
  }));

test("staff do not press, other streets see nothing, what is closed is not pressed for", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "dispatched");
    await expect(urgeCase(as(world, "staff", "甲一社区"), { id, ...wanted })).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(urgeCase(as(world, "official", "乙街道"), { id, ...wanted })).rejects.toMatchObject({
      code: "not-found",
    });
    const closed = await caseIn(world, "closed");
    await expect(urgeCase(cityOf(world), { id: closed.id, ...wanted })).rejects.toMatchObject({ code: "conflict" });
    await expect(urgeCase(cityOf(world), { id, ...wanted, dueOn: "2026-11-22" })).rejects.toMatchObject({
      code: "invalid",
    });
  }));

test("who pressed does not answer", () =>
  inRollback(async (world) => {
    const { id } = await caseIn(world, "dispatched");
    const official = as(world, "official", "甲街道");
    await urgeCase(official, { id, ...wanted });
    const [urge] = await listUrges(official, id);
    const said = { id, urge: urge?.id ?? "", answer: "在办" };
    expect(await world.attempt(() => answerUrge(official, said))).toMatchObject({ reason: "case.own" });
    await answerUrge(as(world, "staff", "甲一社区"), said);
    expect((await listUrges(official, id))[0]?.answer).toBe("在办");
  }));
