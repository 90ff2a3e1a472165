"use server";

import { refresh } from "next/cache";
import { redirect } from "next/navigation";
import { acceptCase } from "@/lib/cases/accept";
import { callBackCase } from "@/lib/cases/call-back";
import { checkCase } from "@/lib/cases/check";
import { closeCase } from "@/lib/cases/close";
import { contactCase } from "@/lib/cases/contact";
import { declineCase } from "@/lib/cases/decline";
import { dispatchCase } from "@/lib/cases/dispatch";
import {
  askInput,
  callBackInput,
  closeInput,
  decideInput,
  declineInput,
  dispatchInput,
  linkInput,
  mergeInput,
  reasonInput,
  recategoriseInput,
  receiveInput,
  registerInput,
  splitInput,
  stepInput,
  takeBackInput,
} from "@/lib/cases/input";
import { registerLinked } from "@/lib/cases/intake/link-registered";
import { lookFirst } from "@/lib/cases/intake/look-first";
import { linkCase } from "@/lib/cases/link";
import { mergeCase } from "@/lib/cases/merge";
import { recategoriseCase } from "@/lib/cases/recategorise";
import { askRequest } from "@/lib/cases/requests/ask";
import { decideRequest } from "@/lib/cases/requests/decide";
import { receiveCase } from "@/lib/cases/requests/receive";
import { resumeCase } from "@/lib/cases/requests/resume";
import { resolveCase } from "@/lib/cases/resolve";
import { reworkCase } from "@/lib/cases/rework";
import { signCase } from "@/lib/cases/sign";
import { splitCase } from "@/lib/cases/split";
import { takeBack as takeStepBack } from "@/lib/cases/take-back";
import { answerWhistle } from "@/lib/cases/whistles/answer";
import { arriveAtCase } from "@/lib/cases/whistles/arrive";
import { callUnits } from "@/lib/cases/whistles/call";
import {
  answerWhistleInput,
  arriveInput,
  meetingInput,
  standDownInput,
  whistleInput,
} from "@/lib/cases/whistles/input";
import { noteMeeting } from "@/lib/cases/whistles/meet";
import { standDown } from "@/lib/cases/whistles/stand-down";
import { giveContact } from "@/lib/contacts/give";
import { giveInput, revealInput } from "@/lib/contacts/input";
import { revealContact } from "@/lib/contacts/reveal";
import { action } from "@/lib/next/action";
import { dropPhoto } from "@/lib/photos/files";
import { removePhotoInput } from "@/lib/photos/input";
import { removePhoto as takePhotoAway } from "@/lib/photos/remove";
import { changeViewInput, removeViewInput, saveViewInput } from "@/lib/views/input";
import { changeView as alterView, removeView as dropView, saveView as keepView } from "@/lib/views/views";

export const register = action(
  registerInput,
  async (ctx, input) => {
    await lookFirst(ctx, input);
    await registerLinked(ctx, input);
  },
  ({ id }) => redirect(`/cases/${id}`),
);

export const contact = action(stepInput, async (ctx, input) => {
  await contactCase(ctx, input);
  refresh();
});

export const dispatch = action(dispatchInput, async (ctx, input) => {
  await dispatchCase(ctx, input);
  refresh();
});

export const sign = action(stepInput, async (ctx, input) => {
  await signCase(ctx, input);
  refresh();
});

export const resolve = action(stepInput, async (ctx, input) => {
  await resolveCase(ctx, input);
  refresh();
});

export const close = action(closeInput, async (ctx, input) => {
  await closeCase(ctx, input);
  refresh();
});

export const callBack = action(callBackInput, async (ctx, input) => {
  await callBackCase(ctx, input);
  refresh();
});

export const accept = action(stepInput, async (ctx, input) => {
  await acceptCase(ctx, input);
  refresh();
});

export const decline = action(declineInput, async (ctx, input) => {
  await declineCase(ctx, input);
  refresh();
});

export const check = action(stepInput, async (ctx, input) => {
  await checkCase(ctx, input);
  refresh();
});

export const rework = action(reasonInput, async (ctx, input) => {
  await reworkCase(ctx, input);
  refresh();
});

export const ask = action(askInput, async (ctx, input) => {
  await askRequest(ctx, input);
  refresh();
});

export const decide = action(decideInput, async (ctx, input) => {
  await decideRequest(ctx, input);
  refresh();
});

export const resume = action(stepInput, async (ctx, input) => {
  await resumeCase(ctx, input);
  refresh();
});

export const link = action(linkInput, async (ctx, input) => {
  await linkCase(ctx, input);
  refresh();
});

export const merge = action(mergeInput, async (ctx, input) => {
  await mergeCase(ctx, input);
  refresh();
});

export const split = action(splitInput, splitCase, ({ newId }) => redirect(`/cases/${newId}`));

export const recategorise = action(recategoriseInput, async (ctx, input) => {
  await recategoriseCase(ctx, input);
  refresh();
});

export const receive = action(receiveInput, async (ctx, input) => {
  await receiveCase(ctx, input);
  refresh();
});

export const give = action(giveInput, async (ctx, input) => {
  await giveContact(ctx, input);
  refresh();
});

/** The file goes once the change holds; one that stays behind is swept away later. */
export const removePhoto = action(
  removePhotoInput,
  async (ctx, input) => {
    await takePhotoAway(ctx, input);
    refresh();
  },
  ({ photo }) => void dropPhoto(photo).catch(() => {}),
);

export const takeBack = action(takeBackInput, async (ctx, input) => {
  await takeStepBack(ctx, input);
  refresh();
});

export const saveView = action(saveViewInput, async (ctx, input) => {
  await keepView(ctx, input);
  refresh();
});

export const changeView = action(changeViewInput, async (ctx, input) => {
  await alterView(ctx, input);
  refresh();
});

export const removeView = action(removeViewInput, async (ctx, input) => {
  await dropView(ctx, input);
  refresh();
});

/** The page is left as it is: what is shown once would be gone with it. */
export const reveal = action(revealInput, revealContact);

export const whistle = action(whistleInput, async (ctx, input) => {
  await callUnits(ctx, input);
  refresh();
});

export const callOff = action(standDownInput, async (ctx, input) => {
  await standDown(ctx, input);
  refresh();
});

export const arrive = action(arriveInput, async (ctx, input) => {
  await arriveAtCase(ctx, input);
  refresh();
});

export const answerCall = action(answerWhistleInput, async (ctx, input) => {
  await answerWhistle(ctx, input);
  refresh();
});

export const meet = action(meetingInput, async (ctx, input) => {
  await noteMeeting(ctx, input);
  refresh();
});
