import { expect, test } from "vitest";
import { endDeferrals } from "../cases/requests/end-deferrals";
import { settleRequests } from "../cases/requests/settle";
import { settleDeadlines } from "../cases/settle";
import { reportRetention } from "../contacts/queries";
import type { Context } from "../context";
import { as, inRollback } from "../testing";

const jobs: [name: string, permission: string, run: (ctx: Context) => Promise<unknown>][] = [
  ["settling deadlines", "case.settle", settleDeadlines],
  ["settling the limits of requests", "case.settle", settleRequests],
  ["ending deferrals", "case.resume", endDeferrals],
  ["what is kept of contacts", "setting.edit", reportRetention],
];

test.each(jobs)("%s, %s, is not for who only reads the trail", (_name, _permission, run) =>
  inRollback(async (world) => {
    await expect(run(as(world, "auditor", "试城"))).rejects.toMatchObject({ code: "forbidden" });
  }),
);
