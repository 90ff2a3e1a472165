import { type UnitKind, unitKinds } from "../../lib/areas/model";
import { limitUnits } from "../../lib/calendar/model";
import {
  type CloseReason,
  callbackOutcomes,
  callbackReasons,
  closeReasons,
  declineReasons,
  type Move,
  satisfactions,
  solvedAnswers,
  validities,
} from "../../lib/cases/model";
import type { FormField } from "../ui/field-form";

type Words = (key: string) => string;
/** What there is to choose from, each looked up only where a step asks for it. */
export type StepChoices = {
  units: { id: string; name: string; kind: UnitKind }[];
  targets: { id: string; name: string }[];
  categories: { value: string; label: string; group?: string }[];
  /** Calls to other units that may be taken back. */
  calls: { id: string; unitName: string; task: string }[];
  urgent: boolean;
  /** The reasons that may be given for closing, where some need the consent of another. */
  closing?: { reasons: readonly CloseReason[]; help: string };
  /** What to know before the category is corrected. */
  correcting?: string;
};

/** What each step asks for. */
export function stepFields(
  move: Move,
  t: Words,
  { units, targets, categories, calls, urgent, closing, correcting }: StepChoices,
): FormField[] {
  const note: FormField = { kind: "text", name: "note", label: t("note"), optional: t("optional"), maxLength: 1000 };
  switch (move) {
    case "dispatch":
      return [{ kind: "select", name: "unitId", label: t("unit"), options: unitOptions(units, t) }, note];
    case "close":
      return endFields(closing?.reasons ?? closeReasons, t, closing?.help);
    case "decline":
      return endFields(declineReasons, t);
    case "extend":
    case "defer":
      return [
        { kind: "date", name: "until", label: t(move === "extend" ? "extendUntil" : "deferUntil") },
        { kind: "area", name: "note", label: t("why"), maxLength: 1000 },
      ];
    case "transfer":
      return [
        {
          kind: "select",
          name: "areaId",
          label: t("transferTo"),
          options: [{ value: "", label: "" }, ...targets.map(({ id, name }) => ({ value: id, label: name }))],
        },
        { kind: "area", name: "note", label: t("why"), maxLength: 1000 },
      ];
    case "link":
      return [{ kind: "number", name: "number", label: t("otherNumber") }, note];
    case "merge":
      return [{ kind: "number", name: "number", label: t("mainNumber") }, replyField(t)];
    case "split":
      return [
        { kind: "text", name: "title", label: t("title"), help: t("titleHelp"), maxLength: 120 },
        {
          kind: "select",
          name: "categoryCode",
          label: t("category"),
          optional: t("optional"),
          options: categories,
        },
        { kind: "area", name: "body", label: t("body"), optional: t("optional"), maxLength: 2000 },
      ];
    case "whistle":
      return whistleFields(t, units);
    case "stand-down":
      return [
        {
          kind: "select",
          name: "whistle",
          label: t("whistle.which"),
          options: calls.map(({ id, unitName, task }) => ({ value: id, label: `${unitName}：${task}` })),
        },
        { kind: "area", name: "note", label: t("why"), maxLength: 500 },
      ];
    case "recategorise":
      return recategoriseFields(t, { categories, urgent, ...(correcting ? { correcting } : {}) });
    case "return":
    case "rework":
    case "reopen":
      return [{ kind: "area", name: "note", label: t("why"), maxLength: 1000 }];
    case "call-back":
      return [...callbackFields(t), note];
    case "void":
      return [
        {
          kind: "radios",
          name: "validity",
          label: t("validityLabel"),
          options: validities.slice(1).map((value) => ({ value, label: t(`validities.${value}`) })),
        },
        { kind: "area", name: "note", label: t("why"), maxLength: 1000 },
      ];
    default:
      return [note];
  }
}

/** One unit has to be named, two more may be; all answer within the same limit. */
function whistleFields(t: Words, units: StepChoices["units"]): FormField[] {
  const rows = ["", "2", "3"].flatMap((nth): FormField[] => {
    const optional = nth === "" ? {} : { optional: t("optional") };
    return [
      {
        kind: "select",
        name: `unitId${nth}`,
        label: t(`whistle.unit${nth}`),
        options: unitOptions(units, t),
        ...optional,
      },
      { kind: "text", name: `task${nth}`, label: t(`whistle.task${nth}`), maxLength: 500, ...optional },
    ];
  });
  return [
    ...rows,
    { kind: "number", name: "limit", label: t("whistle.limit"), value: "3" },
    {
      kind: "select",
      name: "limitUnit",
      label: t("whistle.limitUnit"),
      value: "work_day",
      options: limitUnits.map((value) => ({ value, label: t(`whistle.units.${value}`) })),
    },
  ];
}

function callbackFields(t: Words): FormField[] {
  return [
    {
      kind: "radios",
      name: "outcome",
      label: t("outcomeLabel"),
      options: callbackOutcomes.map((value) => ({ value, label: t(`outcomes.${value}`) })),
    },
    {
      kind: "radios",
      name: "contacted",
      label: t("contactedLabel"),
      optional: t("ifReached"),
      options: ["yes", "no"].map((value) => ({ value, label: t(value) })),
    },
    {
      kind: "radios",
      name: "solved",
      label: t("solvedLabel"),
      optional: t("ifReached"),
      options: solvedAnswers.map((value) => ({ value, label: t(`solveds.${value}`) })),
    },
    {
      kind: "radios",
      name: "satisfaction",
      label: t("satisfactionLabel"),
      optional: t("ifReached"),
      options: satisfactions.map((value) => ({ value: String(value), label: t(`marks.${value}`) })),
    },
    {
      kind: "select",
      name: "why",
      label: t("callbackWhy"),
      optional: t("ifUnhappy"),
      options: [
        { value: "", label: "" },
        ...callbackReasons.map((value) => ({ value, label: t(`callbackReasons.${value}`) })),
      ],
    },
  ];
}

function endFields(reasons: readonly string[], t: Words, help?: string): FormField[] {
  return [
    {
      kind: "radios",
      name: "reason",
      label: t("reasonLabel"),
      ...(help ? { help } : {}),
      options: reasons.map((value) => ({ value, label: t(`reasons.${value}`) })),
    },
    replyField(t),
  ];
}

/** What a resident reads. */
export function replyField(t: Words): FormField {
  return { kind: "area", name: "publicReply", label: t("publicReply"), help: t("publicReplyHelp"), maxLength: 1000 };
}

/** By kind, the kinds in their order. */
function unitOptions(units: StepChoices["units"], t: Words) {
  return [
    { value: "", label: "" },
    ...unitKinds.flatMap((kind) =>
      units
        .filter((unit) => unit.kind === kind)
        .map(({ id, name }) => ({ value: id, label: name, group: t(`unitKinds.${kind}`) })),
    ),
  ];
}

type Correcting = Pick<StepChoices, "categories" | "urgent" | "correcting">;

function recategoriseFields(t: Words, { categories, urgent, correcting }: Correcting): FormField[] {
  return [
    {
      kind: "select",
      name: "categoryCode",
      label: t("category"),
      ...(correcting ? { help: correcting } : {}),
      options: categories.map((option) => (option.value ? option : { ...option, label: "" })),
    },
    { kind: "checkbox", name: "urgent", label: t("urgent"), value: urgent ? "on" : "" },
    { kind: "area", name: "note", label: t("why"), maxLength: 1000 },
  ];
}
