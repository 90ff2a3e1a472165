"use server";

import { acceptCase } from "@/lib/cases/accept";
import { closeCase } from "@/lib/cases/close";
import { dispatchCase } from "@/lib/cases/dispatch";
import { bulkInputs, takeAllBackInput } from "@/lib/cases/input";
import { takeBack } from "@/lib/cases/take-back";
import { actionEach } from "@/lib/next/action-each";

export const acceptAll = actionEach(
  bulkInputs.accept,
  ({ pick }) => pick,
  (ctx, one, { note }) => acceptCase(ctx, { ...one, note }),
);

export const dispatchAll = actionEach(
  bulkInputs.dispatch,
  ({ pick }) => pick,
  (ctx, one, { note, unitId }) => dispatchCase(ctx, { ...one, note, unitId }),
);

export const closeAll = actionEach(
  bulkInputs.close,
  ({ pick }) => pick,
  (ctx, one, { note, reason, publicReply }) => closeCase(ctx, { ...one, note, reason, publicReply }),
);

export const takeAllBack = actionEach(
  takeAllBackInput,
  ({ pick, step }) => pick.map((id) => ({ id, step })),
  (ctx, one) => takeBack(ctx, one),
);
