import { uuidv7 } from "uuidv7";
import { describe, expect, test } from "vitest";
import { listCases } from "../cases/queries";
import { aCase, as, inRollback, unitOf } from "../testing";
import { topicInput } from "./input";
import { addNote } from "./notes";
import { openTopic } from "./open";
import { findTopic, getTopic, listNotes, listTasks, listTopics } from "./queries";
import { addTask, finishTask } from "./tasks";
import { elsewhere, eventsOf, official, opened, wanted } from "./testing";
import { volumeOf } from "./volume";

describe("a topic", () => {
  test("is opened once, found by its area and above, and nowhere else", () =>
    inRollback(async (world) => {
      const id = await opened(world);
      await openTopic(official(world), { ...wanted(world), id, startsOn: "2026-10-26" });
      expect(await eventsOf(world, id)).toEqual(["topic.opened"]);
      expect(await listTopics(as(world, "leader", "试城"), as(world, "leader", "试城").actor)).toHaveLength(1);
      expect(await findTopic(elsewhere(world), id)).toBeNull();
      expect(await findTopic(as(world, "handler", "甲街道"), id)).toBeNull();
      await expect(
        openTopic(as(world, "leader", "甲街道"), { ...wanted(world), startsOn: "2026-10-26" }),
      ).rejects.toMatchObject({
        code: "forbidden",
      });
      await expect(openTopic(elsewhere(world), { ...wanted(world), startsOn: "2026-10-26" })).rejects.toMatchObject({
        code: "not-found",
      });
    }));

  test("says what is meant, and ends no sooner than it begins", () => {
    const id = uuidv7();
    const base = { id, areaId: id, title: "电梯", goal: "减半", unitId: id, startsOn: "2026-10-26" };
    const pathsOf = (given: object) =>
      topicInput.safeParse({ ...base, ...given }).error?.issues.map(({ path }) => path[0]);
    expect(pathsOf({})).toEqual(["category"]);
    expect(pathsOf({ keyword: "电梯" })).toBeUndefined();
    expect(pathsOf({ keyword: "电梯", endsOn: "2026-10-25" })).toEqual(["endsOn"]);
    expect(pathsOf({ keyword: "电梯", startsOn: "2026-02-30" })).toEqual(["startsOn"]);
  });
});

describe("the requests of a topic", () => {
  const lift = { categoryCode: "0602", title: "三号楼电梯又停了" };

  test("are those of its categories with its word, by week from the day of the action, and every number is its list", () =>
    inRollback(async (world) => {
      const id = await opened(world);
      const at = (day: string) => ({ registeredAt: new Date(`2026-${day}T02:00:00Z`) });
      for (const day of ["10-10", "10-19", "10-25", "10-26", "11-01", "11-02"])
        await aCase(world, "甲一1网格", { ...lift, ...at(day) });
      await aCase(world, "甲一1网格", { ...lift, ...at("10-26"), title: "路灯不亮" });
      await aCase(world, "甲一1网格", { ...lift, ...at("10-26"), categoryCode: "0202" });
      await aCase(world, "乙一社区", { ...lift, ...at("10-26") });

      const topic = await getTopic(official(world), id);
      const { weeks, comparison, weeksAfter, all } = await volumeOf(official(world), topic);
      expect(weeksAfter).toBe(4);
      expect(weeks.map(({ n }) => n)).toEqual([...Array(9).fill(0), 1, 0, 2, 2, 1, 0, 0]);
      expect(comparison).toMatchObject({ before: 3, after: 3, direction: "unclear" });
      expect(all).toMatchObject({ before: 3, after: 5 });
      for (const { from, to, n } of weeks) {
        const listed = await listCases(official(world), topic, { matter: id, from, to });
        expect(listed.rows, from).toHaveLength(n);
      }
      const hidden = elsewhere(world);
      expect((await listCases(hidden, hidden.actor, { matter: id })).rows).toEqual([]);
    }));
});

describe("the work on a topic", () => {
  test("is tasks of units with a day, done once", () =>
    inRollback(async (world) => {
      const id = await opened(world);
      const input = { id, unitId: unitOf(world, "甲一社区").id, task: "更换门机", dueOn: "2026-12-01" };
      await addTask(official(world), input);
      const [task] = await listTasks(official(world), id);
      await finishTask(official(world), { id, task: task?.id ?? "", note: "换了 12 台" });
      expect((await listTasks(official(world), id))[0]).toMatchObject({ doneOn: "2026-11-23", doneNote: "换了 12 台" });
      await expect(finishTask(official(world), { id, task: task?.id ?? "", note: "再来" })).rejects.toMatchObject({
        code: "conflict",
      });
      expect(await eventsOf(world, id)).toEqual(["topic.opened", "topic.taskAdded", "topic.taskFinished"]);
      await expect(addTask(as(world, "leader", "甲街道"), input)).rejects.toMatchObject({ code: "forbidden" });
      await expect(addTask(elsewhere(world), input)).rejects.toMatchObject({ code: "not-found" });
      await expect(finishTask(elsewhere(world), { id, task: task?.id ?? "", note: "x" })).rejects.toMatchObject({
        code: "not-found",
      });
    }));

  test("is noted beside its days", () =>
    inRollback(async (world) => {
      const id = await opened(world);
      await addNote(official(world), { id, day: "2026-11-02", note: "第二批开工" });
      await addNote(official(world), { id, day: "2026-10-26", note: "签约" });
      expect((await listNotes(official(world), id)).map(({ note }) => note)).toEqual(["签约", "第二批开工"]);
      const input = { id, day: "2026-11-02", note: "x" };
      await expect(addNote(as(world, "leader", "甲街道"), input)).rejects.toMatchObject({ code: "forbidden" });
      await expect(addNote(elsewhere(world), input)).rejects.toMatchObject({ code: "not-found" });
    }));
});
