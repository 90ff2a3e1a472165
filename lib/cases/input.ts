import { z } from "zod";
import { day } from "../calendar/input";
import { withoutIdentities, withoutMobiles, withoutNumbers } from "../concealed";
import { contactName, optionalPhone } from "../contacts/input";
import { atMost, count, degrees } from "../typed";
import { categoryCode } from "./catalogue/input";
import {
  callbackOutcomes,
  callbackReasons,
  channels,
  closeReasons,
  declineReasons,
  hasOrders,
  isTimeKind,
  requestKinds,
  requestTypes,
  solvedAnswers,
  states,
  type TakenBack,
  voidings,
} from "./model";

/** What is seen of it: nothing but spaces, also those without a width, is nothing. */
export const line = (most: number, conceal = withoutNumbers) =>
  z
    .string()
    .transform((text) => text.replace(/^[\s\u200B-\u200D\u2060\uFEFF]+|[\s\u200B-\u200D\u2060\uFEFF]+$/g, ""))
    .transform(conceal)
    .pipe(z.string().min(1, "required").check(atMost(most)));
const optionalText = (most: number, conceal = withoutNumbers) =>
  z.string().trim().check(atMost(most)).transform(conceal).optional();
/** What the matter is, as all read it who may see the case. */
const matter = { title: line(120), body: optionalText(2000) };
/** What a resident reads. */
export const reply = line(1000, withoutMobiles);
const blank = (value: unknown) => (value === "" ? undefined : value);
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blank, schema.optional());

const listed = z
  .string()
  .max(400)
  .transform((text) => text.split(",").filter(Boolean))
  .optional();

/** Answers to the questions of a category, in their order. */
const answers = {
  answer1: optionalText(200),
  answer2: optionalText(200),
  answer3: optionalText(200),
  answer4: optionalText(200),
  answer5: optionalText(200),
  answer6: optionalText(200),
};

export const registerInput = z
  .strictObject({
    /** Made when the form is opened, so that sending it twice registers one case. */
    id: z.uuid(),
    areaId: z.uuid("required"),
    ...matter,
    place: optionalText(200),
    lon: optional(degrees(180)),
    lat: optional(degrees(180)),
    channel: z.enum(channels),
    requestType: z.enum(requestTypes),
    categoryCode: optional(categoryCode),
    ...answers,
    urgent: z.preprocess((value) => value === "on" || value === true, z.boolean()),
    /** Of the hotline or of who gave the order. */
    orderNumber: optionalText(60, withoutIdentities),
    contactName,
    contactPhone: optionalPhone,
    /** What was shown before it was sent, and so need not be shown again. */
    toldNumbers: listed,
    seenAlike: listed,
    /** The request it has to do with. */
    linkNumber: optional(count(1, 999_999_999)),
  })
  .superRefine(({ contactName: name, contactPhone, orderNumber, channel, lon = 180, lat = 0 }, check) => {
    if (Math.abs(lat) > 90)
      check.addIssue({ code: "custom", message: Math.abs(lon) > 90 ? "latitude" : "swapped", path: ["lat"] });
    if (name && !contactPhone) check.addIssue({ code: "custom", message: "required", path: ["contactPhone"] });
    if (orderNumber && !hasOrders(channel))
      check.addIssue({ code: "custom", message: "order_channel", path: ["orderNumber"] });
  });
export type RegisterInput = z.output<typeof registerInput>;

/** The same with a photo that was taken on the spot. */
export const reportInput = registerInput.safeExtend({ photo: z.instanceof(File, { error: "required" }) });

/** So many cases one form may move. */
export const mostAtOnce = 200;

const step = { id: z.uuid(), version: z.coerce.number().int().positive().max(2_147_483_647), note: optionalText(1000) };

export const stepInput = z.strictObject(step);
export type StepInput = z.output<typeof stepInput>;

/** A step that is not taken without saying why. */
export const reasonInput = z.strictObject({ ...step, note: line(1000) });
export type ReasonInput = z.output<typeof reasonInput>;

export const recategoriseInput = z.strictObject({
  ...step,
  categoryCode,
  urgent: z.preprocess((value) => value === "on" || value === true, z.boolean()),
  note: line(1000),
});
export type RecategoriseInput = z.output<typeof recategoriseInput>;

export const declineInput = z.strictObject({ ...step, reason: z.enum(declineReasons), publicReply: reply });
export type DeclineInput = z.output<typeof declineInput>;

export const askInput = z
  .strictObject({
    ...step,
    kind: z.enum(requestKinds),
    note: line(1000),
    areaId: optional(z.uuid()),
    until: optional(day),
    validity: optional(z.enum(voidings)),
  })
  .superRefine(({ kind, until, areaId, validity }, check) => {
    if ((kind === "void") !== (validity !== undefined))
      check.addIssue({ code: "custom", message: validity ? "unexpected" : "required", path: ["validity"] });
    if ((kind === "transfer") !== (areaId !== undefined))
      check.addIssue({ code: "custom", message: areaId ? "unexpected" : "required", path: ["areaId"] });
    if (isTimeKind(kind) !== (until !== undefined))
      check.addIssue({ code: "custom", message: until ? "unexpected" : "required", path: ["until"] });
  });
export type AskInput = z.output<typeof askInput>;

const decision = { request: z.uuid(), outcome: z.enum(["granted", "refused"]) };

/** Who grants may say nothing more; who refuses says why. */
function sayWhy({ outcome, note }: { outcome: string; note?: string | undefined }, check: z.RefinementCtx): void {
  if (outcome === "refused" && !note) check.addIssue({ code: "custom", message: "required", path: ["note"] });
}

/** What the resident reads where granting ends the case. */
export const decideInput = z.strictObject({ ...step, ...decision, publicReply: optional(reply) }).superRefine(sayWhy);
export type DecideInput = z.output<typeof decideInput>;

/** `areaId` is the area that was asked to take the case over: who answers sees that, and not the case. */
export const receiveInput = z
  .strictObject({ id: z.uuid(), areaId: z.uuid(), note: optionalText(1000), ...decision })
  .superRefine(sayWhy);
export type ReceiveInput = z.output<typeof receiveInput>;

const number = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** The other request by the number people know it by. */
export const linkInput = z.strictObject({ ...step, number });
export type LinkInput = z.output<typeof linkInput>;

export const mergeInput = z.strictObject({ ...step, number, publicReply: reply });
export type MergeInput = z.output<typeof mergeInput>;

export const splitInput = z.strictObject({
  ...step,
  /** Made when the form is opened, so that sending it twice splits once. */
  newId: z.uuid(),
  ...matter,
  categoryCode: optional(categoryCode),
});
export type SplitInput = z.output<typeof splitInput>;

export const dispatchInput = z.strictObject({ ...step, unitId: z.uuid("required") });
export type DispatchInput = z.output<typeof dispatchInput>;

export const closeInput = z.strictObject({ ...step, reason: z.enum(closeReasons), publicReply: reply });
export type CloseInput = z.output<typeof closeInput>;

/** What a page listed, each as it stood then: the number of its version behind its key. */
export const picked = z
  .array(
    z
      .string()
      .regex(/^[0-9a-f-]{36}:\d{1,9}$/)
      .transform((text) => ({ id: text.slice(0, 36), version: Number(text.slice(37)) }))
      .pipe(z.strictObject({ id: z.uuid(), version: z.number().int().positive() })),
    "pick",
  )
  .min(1, "pick")
  .max(mostAtOnce, "too_big");
const { id: _id, version: _version, ...several } = { ...step, pick: picked };

export const bulkInputs = {
  accept: z.strictObject(several),
  dispatch: z.strictObject({ ...several, unitId: z.uuid("required") }),
  close: z.strictObject({ ...several, reason: z.enum(closeReasons), publicReply: reply }),
};
export const bulkMoves = ["dispatch", "accept", "close"] as const satisfies (keyof typeof bulkInputs)[];
export type BulkMove = (typeof bulkMoves)[number];

const takeBackStep = z.enum(["accept", "dispatch", "close"] as const satisfies TakenBack[]);
export const takeBackInput = z.strictObject({ id: z.uuid(), step: takeBackStep });
export type TakeBackInput = z.output<typeof takeBackInput>;

/** Keys one after the other, as a form that takes them all back sends them. */
export const pickedBefore = z
  .string()
  .transform((text) => text.split(","))
  .pipe(z.array(z.uuid()).min(1).max(mostAtOnce));
export const takeAllBackInput = z.strictObject({ step: takeBackStep, pick: pickedBefore });

/** What the trace of a closing keeps of the case as it was before. */
export const wasInput = z.object({
  state: z.enum(states),
  publicReply: z.string().nullable(),
  dueProvisional: z.boolean(),
  callbackDueAt: z.coerce.date().nullable(),
  /** Not told of closings before it was kept. */
  checkedAt: z.coerce.date().nullable().optional(),
});

/** Which step for many: a move, or putting them under a topic, and under which. */
export const bulkSteps = [...bulkMoves, "topic"] as const;
export const bulkFilter = z.object({
  do: z.enum(bulkSteps).optional().catch(undefined),
  into: z.uuid().optional().catch(undefined),
});

export const callBackInput = z
  .strictObject({
    ...step,
    outcome: z.enum(callbackOutcomes),
    contacted: optional(z.enum(["yes", "no"])),
    solved: optional(z.enum(solvedAnswers)),
    satisfaction: optional(z.coerce.number().int().min(1).max(5)),
    why: optional(z.enum(callbackReasons)),
  })
  .superRefine((input, check) => {
    if (input.outcome !== "reached") return;
    for (const field of ["contacted", "solved", "satisfaction"] as const) {
      if (input[field] === undefined) check.addIssue({ code: "custom", message: "required", path: [field] });
    }
  });
export type CallBackInput = z.output<typeof callBackInput>;

/** What the page of a request is told by its address: why a photo that was sent without a script was refused. */
export const caseView = z.object({
  refused: z
    .string()
    .regex(/^(photo|form|error)\.[a-zA-Z_]{1,20}$/)
    .optional()
    .catch(undefined),
});
