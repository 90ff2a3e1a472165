import type { LimitUnit } from "../../calendar/model";

export const emergencyNumbers = ["110", "119", "120"] as const;
export type EmergencyNumber = (typeof emergencyNumbers)[number];

export const questionKinds = ["text", "number", "choice", "yes-no"] as const;
type QuestionKind = (typeof questionKinds)[number];
export type Question = { label: string; kind: QuestionKind; options: string[]; required: boolean };
/** The question as it stood when it was asked. */
export type Answer = { question: string; answer: string };

export const mostQuestions = 6;

export type Limits = {
  closeLimit: number | null;
  closeUnit: LimitUnit | null;
  contactLimit: number | null;
  contactUnit: LimitUnit | null;
  urgent: boolean;
};

/** What a case keeps of its category: the limits that an area has laid down; null where those that ship hold. */
export function laidLimits(category: (Limits & { rule: unknown }) | null): Limits | null {
  if (!category?.rule) return null;
  const { closeLimit, closeUnit, contactLimit, contactUnit, urgent } = category;
  return { closeLimit, closeUnit, contactLimit, contactUnit, urgent };
}

type Reach = { areaPos: number; areaLast: number };

/** Of all that areas lay down for a category, what holds at a position: that of the smallest area around it. */
export function ruleAt<R extends Reach>(rules: readonly R[], pos: number): R | null {
  const around = rules.filter(({ areaPos, areaLast }) => areaPos <= pos && pos <= areaLast);
  return around.sort((a, b) => b.areaPos - a.areaPos)[0] ?? null;
}

/** Whether a category may be chosen at a place: it ships, or an area around the place has added it; and it is in use. */
export function isOpen(category: { areaId: string | null; closedAt: Date | null; rule: unknown }): boolean {
  return category.closedAt === null && (category.areaId === null || category.rule !== null);
}

/** The answers a category asks for, as they are kept; what was left empty is no answer. */
export function answersTo(questions: readonly Question[], given: readonly (string | undefined)[]): Answer[] {
  return questions.flatMap(({ label }, i) => {
    const answer = given[i]?.trim() ?? "";
    return answer === "" ? [] : [{ question: label, answer }];
  });
}

/** What is wrong with an answer, as a key of the namespace `form`; null where it may stand. */
export function faultOf({ kind, options, required }: Question, given: string | undefined): string | null {
  const answer = given?.trim() ?? "";
  if (answer === "") return required ? "required" : null;
  const stands: Record<QuestionKind, boolean> = {
    text: true,
    number: /^-?\d{1,9}(\.\d{1,3})?$/.test(answer),
    choice: options.includes(answer),
    "yes-no": answer === "yes" || answer === "no",
  };
  if (stands[kind]) return null;
  return kind === "number" ? "number" : "invalid";
}
