import { uuidv7 } from "uuidv7";
import { type StepChoices, stepFields } from "@/components/cases/step-fields";
import { ReplyAid, type ReplyAidTexts } from "@/components/replies/reply-aid";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { type Actor, can, type Permission } from "@/lib/access/model";
import {
  askPermission,
  hindranceOf,
  isRequest,
  isTimeKind,
  leavesByConsent,
  type Move,
  mayAskForTime,
  nextMoves,
  type RequestKind,
  type Rules,
} from "@/lib/cases/model";
import type { CaseDetail } from "@/lib/cases/queries";
import type { CaseRequest } from "@/lib/cases/requests/queries";
import type { Whistle } from "@/lib/cases/whistles/queries";
import type { Context } from "@/lib/context";
import type { FormAction } from "@/lib/form-state";
import type { translator } from "@/lib/next/locale";
import { replyMoves } from "@/lib/replies/model";
import { fitting } from "@/lib/replies/queries";
import * as actions from "../actions";
import { ownCalls, type ReplyChoices } from "./choices";

type Words = Awaited<ReturnType<typeof translator<"case">>>;

const steps: Record<Exclude<Move, RequestKind>, { action: FormAction; permission: Permission }> = {
  contact: { action: actions.contact, permission: "case.contact" },
  accept: { action: actions.accept, permission: "case.accept" },
  decline: { action: actions.decline, permission: "case.accept" },
  dispatch: { action: actions.dispatch, permission: "case.dispatch" },
  sign: { action: actions.sign, permission: "case.sign" },
  resolve: { action: actions.resolve, permission: "case.resolve" },
  check: { action: actions.check, permission: "case.check" },
  rework: { action: actions.rework, permission: "case.check" },
  resume: { action: actions.resume, permission: "case.resume" },
  link: { action: actions.link, permission: "case.link" },
  merge: { action: actions.merge, permission: "case.link" },
  split: { action: actions.split, permission: "case.split" },
  whistle: { action: actions.whistle, permission: "case.whistle" },
  "stand-down": { action: actions.callOff, permission: "case.whistle" },
  recategorise: { action: actions.recategorise, permission: "case.recategorise" },
  close: { action: actions.close, permission: "case.close" },
  "call-back": { action: actions.callBack, permission: "case.call-back" },
};

const step = (move: Move) => (isRequest(move) ? { action: actions.ask, permission: askPermission[move] } : steps[move]);

/** The straight path, the next step first; beside it stand the other ways. */
const straight: Move[] = [
  "resume",
  "dispatch",
  "sign",
  "resolve",
  "close",
  "check",
  "rework",
  "call-back",
  "contact",
  "accept",
];
const judging: Move[] = ["check", "rework", "close"];

/** The steps open to this actor now. What somebody did is judged by another, and what waits is not asked for twice. */
export function movesFor(
  { actor, now }: Pick<Context, "actor" | "now">,
  { current }: CaseDetail,
  { waiting, whistles, asked }: { waiting: CaseRequest[]; whistles: Whistle[]; asked: boolean },
  rules: Rules,
): Move[] {
  const isElsewhere = actor.unitId !== null && actor.unitId !== current.unitId;
  const isOwn = isOwnWork(actor, current);
  if (isElsewhere) return [];
  return nextMoves(current.state)
    .filter((move) => can(actor, step(move).permission) && hindranceOf(current, move, rules) === null)
    .filter((move) => !leavesByConsent(current, move, { now }))
    .filter((move) => move !== "call-back" || asked)
    .filter((move) => move !== "stand-down" || ownCalls(actor, whistles).length > 0)
    .filter((move) => !isTimeKind(move) || mayAskForTime(current, now))
    .filter((move) => !(isOwn && judging.includes(move)) && !waiting.some(({ kind }) => kind === move));
}

/** Whether who looks at it said it is resolved, and would otherwise judge it now. */
export function isOwnWork(actor: Actor, { state, resolvedBy }: CaseDetail["current"]): boolean {
  return state === "resolved" && resolvedBy === actor.accountId && can(actor, "case.check");
}

type StepsProps = {
  current: CaseDetail["current"];
  moves: Move[];
  choices: StepChoices & ReplyChoices;
  own: boolean;
  /** Whether the first step stands open: not where something else is to be answered first. */
  opens: boolean;
  aid: ReplyAidTexts;
  t: Words;
};

export function Steps({ current, moves, choices, own, opens, aid, t }: StepsProps) {
  const next = straight.filter((move) => moves.includes(move));
  const others = moves.filter((move) => !straight.includes(move));
  const form = (move: Move, open: boolean) => (
    <StepForm key={move} current={current} move={move} open={open} choices={choices} aid={aid} t={t} />
  );
  return (
    <>
      <section className="grid gap-2">
        <h2 className="text-lg">{t("next")}</h2>
        {next.length === 0 ? <p className="text-second">{t(emptyKey(current.state, own))}</p> : null}
        {next.map((move, i) => (
          <div key={move} className="rounded border border-line bg-raised">
            {form(move, opens && i === 0)}
          </div>
        ))}
      </section>
      {others.length > 0 ? (
        <section className="grid gap-2">
          <h2 className="text-lg">{t("other")}</h2>
          <div className="divide-y divide-line rounded border border-line bg-raised">
            {others.map((move) => form(move, false))}
          </div>
        </section>
      ) : null}
    </>
  );
}

function emptyKey(state: CaseDetail["current"]["state"], own: boolean) {
  if (state === "called_back") return "ended";
  if (state === "closed") return "notAsked";
  return own ? "own" : "notYours";
}

type FormProps = Omit<StepsProps, "moves" | "own" | "opens"> & { move: Move; open: boolean };

function StepForm({ current, move, open, choices, aid, t }: FormProps) {
  const answering = replyMoves.find((known) => known === move);
  const words = (key: string) => t(key as never);
  const help = `moveHelp.${move}`;
  return (
    <Fold bare id={`step-${move}`} data-step={move} open={open} label={t(`move.${move}`)}>
      {t.has(help as never) ? <p className="text-sm text-second">{words(help)}</p> : null}
      <FieldForm
        key={current.version}
        action={step(move).action}
        hidden={{
          id: current.id,
          version: String(current.version),
          ...(isRequest(move) ? { kind: move } : {}),
          ...(move === "split" ? { newId: uuidv7() } : {}),
        }}
        fields={stepFields(move, words, choices)}
        texts={{ submit: t(`move.${move}`), pending: t("pending"), done: t("done") }}
        tone={loud.includes(move) ? "primary" : "plain"}
      >
        {answering ? (
          <ReplyAid
            field="publicReply"
            templates={fitting(choices.templates, answering, current).map(({ id, name, body }) => ({ id, name, body }))}
            values={choices.values}
            texts={aid}
          />
        ) : null}
      </FieldForm>
    </Fold>
  );
}

const loud: Move[] = ["dispatch", "sign", "resolve", "close", "check", "call-back", "contact", "accept", "resume"];
