import { notFound } from "next/navigation";
import { CaseClocks } from "@/components/cases/case-clocks";
import { CaseTimeline } from "@/components/cases/case-timeline";
import { categoryName, stateKey } from "@/components/cases/case-words";
import { stepFields } from "@/components/cases/step-fields";
import { Badge } from "@/components/ui/badge";
import { FieldForm } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { type Actor, can, type Permission } from "@/lib/access/model";
import { type Move, nextMoves } from "@/lib/cases/model";
import { type CaseDetail, findCase, listCaseEvents, listUnits } from "@/lib/cases/queries";
import type { FormAction } from "@/lib/form-state";
import { formatDateTime, type Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import * as actions from "../actions";
import { dueTexts } from "../texts";
import { clocksOf, timelineOf } from "./parts";

const steps: Record<Move, { action: FormAction; permission: Permission }> = {
  contact: { action: actions.contact, permission: "case.contact" },
  dispatch: { action: actions.dispatch, permission: "case.dispatch" },
  sign: { action: actions.sign, permission: "case.sign" },
  resolve: { action: actions.resolve, permission: "case.resolve" },
  close: { action: actions.close, permission: "case.close" },
  "call-back": { action: actions.callBack, permission: "case.call-back" },
  void: { action: actions.takeOut, permission: "case.void" },
};

export default async function CasePage({ params }: PageProps<"/cases/[id]">) {
  const id = await idOf(params);
  const [t, due, locale] = await Promise.all([translator("case"), dueTexts(), getLocale()]);
  return read(async (ctx) => {
    const found = (await findCase(ctx, id)) ?? notFound();
    const moves = movesFor(ctx.actor, found);
    const [events, units] = await Promise.all([
      listCaseEvents(ctx, id),
      moves.includes("dispatch") ? listUnits(ctx) : [],
    ]);
    const { current } = found;
    return (
      <article className="grid max-w-4xl gap-6">
        <CaseHead found={found} locale={locale} t={t} />
        <CaseClocks
          clocks={clocksOf(current, t)}
          now={ctx.now}
          deferred={current.deferredAt !== null}
          texts={{ ...due, clocks: t("clocks") }}
        />
        {current.dueProvisional ? <p className="text-sm text-soon">{t("provisional")}</p> : null}
        {current.body ? <p className="whitespace-pre-line break-words">{current.body}</p> : null}
        {current.publicReply ? (
          <blockquote className="border-s-4 border-line ps-3">{current.publicReply}</blockquote>
        ) : null}
        <Steps current={current} moves={moves} units={units} t={t} />
        <section className="grid gap-3">
          <h2 className="text-lg font-semibold">{t("history")}</h2>
          <CaseTimeline label={t("history")} entries={await timelineOf(events, (at) => formatDateTime(locale, at))} />
        </section>
      </article>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"case">>>;

function CaseHead({ found, locale, t }: { found: CaseDetail; locale: Locale; t: Words }) {
  const { current, category, areaName, unitName } = found;
  const kind = category && { zh: category.nameZh, hant: category.nameHant, en: category.nameEn };
  const where = [`№ ${current.number}`, areaName, current.place];
  const what = [t(`channels.${current.channel}`), t(`types.${current.requestType}`)];
  const about = [...what, kind && categoryName(locale, kind), unitName];
  return (
    <PageHead
      title={current.title}
      above={<p className="text-sm text-second">{where.filter(Boolean).join(" · ")}</p>}
      note={about.filter(Boolean).join(" · ")}
    >
      {current.urgent ? <Badge tone="late">{t("urgentMark")}</Badge> : null}
      <Badge>{t(stateKey(current))}</Badge>
    </PageHead>
  );
}

type StepsProps = {
  current: CaseDetail["current"];
  moves: Move[];
  units: Awaited<ReturnType<typeof listUnits>>;
  t: Words;
};

function Steps({ current, moves, units, t }: StepsProps) {
  const words = (key: string) => t(key as never);
  return (
    <section className="grid gap-4">
      <h2 className="text-lg font-semibold">{t("next")}</h2>
      {moves.length === 0 ? (
        <p className="text-second">{t(current.state === "called_back" ? "ended" : "notYours")}</p>
      ) : null}
      {moves.map((move, i) => (
        <details key={move} open={i === 0} className="rounded border border-line bg-raised px-4 py-3">
          <summary className="cursor-pointer font-semibold">{t(`move.${move}`)}</summary>
          <div className="pt-3">
            <FieldForm
              key={current.version}
              action={steps[move].action}
              hidden={{ id: current.id, version: String(current.version) }}
              fields={stepFields(move, words, units)}
              texts={{ submit: t(`move.${move}`), pending: t("pending"), done: t("done") }}
              tone={move === "void" ? "plain" : "primary"}
            />
          </div>
        </details>
      ))}
    </section>
  );
}

/** The steps open to this actor now, the next one on the straight path first. */
function movesFor(actor: Actor, { current }: CaseDetail): Move[] {
  const isElsewhere = actor.unitId !== null && actor.unitId !== current.unitId;
  const open = nextMoves(current.state).filter((move) => can(actor, steps[move].permission) && !isElsewhere);
  const useful = open.filter((move) => move !== "contact" || current.contactedAt === null);
  return useful.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

const order: Move[] = ["dispatch", "sign", "resolve", "call-back", "contact", "close", "void"];
