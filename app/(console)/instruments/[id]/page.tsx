import { notFound } from "next/navigation";
import { uuidv7 } from "uuidv7";
import { textsOf } from "@/components/answer/texts";
import { ItemButtons } from "@/components/instruments/item-buttons";
import { ItemsTable } from "@/components/instruments/items-table";
import { PhonePreview } from "@/components/instruments/phone-preview";
import { PaperForm } from "@/components/senses/paper-form";
import { AppLink } from "@/components/ui/app-link";
import { Badge } from "@/components/ui/badge";
import { buttonClass } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { FieldForm } from "@/components/ui/field-form";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { localDay } from "@/lib/calendar/zone";
import { formatDay, type Locale } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { keepsUp } from "@/lib/senses/instruments/draft";
import { type DraftItem, groupableOf, type Problem, problemsOf } from "@/lib/senses/instruments/model";
import { findInstrument, type InstrumentRow, itemsBefore, itemsOf } from "@/lib/senses/instruments/queries";
import { inLanguage } from "@/lib/senses/items";
import { minutesOf, type Question, questionsOf } from "@/lib/senses/questions";
import { draft, group, move, publish, remove, rename } from "../actions";

const views = ["items", "phone", "paper"] as const;

/** A version: its items, how it looks on a phone and on paper, and, while it is a draft, how it is changed. */
export default async function InstrumentPage({ params, searchParams }: PageProps<"/instruments/[id]">) {
  const [id, { view: wanted }, t, answer, locale] = await Promise.all([
    idOf(params),
    searchParams,
    translator("instrument"),
    translator("answer"),
    getLocale(),
  ]);
  return read(async (ctx) => {
    const instrument = (await findInstrument(ctx, id)) ?? notFound();
    authorize(ctx.actor, "sense.read");
    const items = await itemsOf(ctx, instrument);
    const mayEdit = can(ctx.actor, "instrument.edit");
    const isDraft = instrument.publishedAt === null;
    const view = views.find((known) => known === wanted) ?? "items";
    const questions = questionsOf(items, locale, answer);
    const looks = {
      phone: () => <Phone name={instrument.name} questions={questions} />,
      paper: () => <Paper name={instrument.name} questions={questions} />,
      items: async () => (
        <Items
          instrument={instrument}
          items={items}
          questions={questions}
          problems={isDraft && mayEdit ? problemsOf(items, await itemsBefore(ctx, instrument)) : null}
          isNext={mayEdit && !isDraft ? await keepsUp(ctx, instrument) : null}
        />
      ),
    };
    return (
      <article className="grid max-w-5xl grid-cols-1 gap-5">
        <div className="print:hidden">
          <Head instrument={instrument} view={view} t={t} locale={locale} />
        </div>
        {await looks[view]()}
      </article>
    );
  });
}

type Words = Awaited<ReturnType<typeof translator<"instrument">>>;
type HeadProps = { instrument: InstrumentRow; view: string; t: Words; locale: Locale };

function Head({
  instrument: { id, name, version, publishedAt, areaId, areaName, rounds },
  view,
  t,
  locale,
}: HeadProps) {
  const place = areaId === null ? t("ofAll") : (areaName ?? t("above"));
  return (
    <PageHead
      title={name}
      above={
        <p className="text-sm text-second">
          <AppLink href="/instruments" className="underline underline-offset-2">
            {t("title")}
          </AppLink>
          {` · ${t("versionOf", { version })} · ${place} · ${t("askedIn", { n: rounds })}`}
        </p>
      }
    >
      {publishedAt ? (
        <Badge tone="good">{t("publishedOn", { day: formatDay(locale, localDay(publishedAt)) })}</Badge>
      ) : (
        <Badge tone="soon">{t("draft")}</Badge>
      )}
      <nav aria-label={t("look")} className="flex gap-1">
        {views.map((one) => (
          <AppLink
            key={one}
            href={`/instruments/${id}?view=${one}`}
            aria-current={one === view ? "page" : undefined}
            className={buttonClass(one === view ? "plain" : "quiet", true)}
          >
            {t(`views.${one}`)}
          </AppLink>
        ))}
      </nav>
      {view === "paper" ? <PrintButton label={t("print")} /> : null}
    </PageHead>
  );
}

type ItemsProps = {
  instrument: InstrumentRow;
  items: DraftItem[];
  questions: Question[];
  /** What a draft still lacks; null where it is none, or not for this account. */
  problems: Problem[] | null;
  /** Whether a new version would be the next of this questionnaire; null where none may be begun. */
  isNext: boolean | null;
};

async function Items({ instrument, items, questions, problems, isNext }: ItemsProps) {
  const [t, figure, locale] = await Promise.all([translator("instrument"), translator("figure"), getLocale()]);
  const { id, name, publishedAt } = instrument;
  const texts = { up: t("up"), down: t("down"), remove: t("remove") };
  const edit = {
    href: (code: string) => `/instruments/${id}/items/${encodeURIComponent(code)}`,
    buttons: (code: string) => <ItemButtons move={move} remove={remove} id={id} code={code} texts={texts} />,
  };
  return (
    <>
      <Notice title={t(publishedAt ? "frozenLead" : "draftLead")} />
      {problems ? <Adding id={id} t={t} /> : null}
      {items.length === 0 ? (
        <EmptyState title={t("problems.empty")} text={t("emptyText")} />
      ) : (
        <ItemsTable
          items={items}
          questions={questions}
          senseOf={(sense) => (sense ? figure(`${sense}.label`) : t("noSense"))}
          edit={problems ? edit : null}
          t={t}
          locale={locale}
        />
      )}
      <Grouping instrument={instrument} items={items} mayEdit={problems !== null} t={t} locale={locale} />
      {problems ? <Publishing id={id} name={name} problems={problems} t={t} /> : null}
      {isNext === null ? null : <Drafting instrument={instrument} isNext={isNext} t={t} />}
    </>
  );
}

type GroupingProps = Pick<ItemsProps, "instrument" | "items"> & { mayEdit: boolean; t: Words; locale: Locale };

/** By which questions results are told apart. */
function Grouping({ instrument: { id, groupBy }, items, mayEdit, t, locale }: GroupingProps) {
  const nameOf = ({ code, labels }: DraftItem) => `${code} ${inLanguage(labels, locale) ?? ""}`;
  const chosen = items.filter(({ code }) => groupBy.includes(code));
  const options = groupableOf(items).map((item) => ({ value: item.code, label: nameOf(item) }));
  if (!mayEdit)
    return chosen.map((item) => (
      <p key={item.code} className="text-second">
        {t("group.is", { item: nameOf(item) })}
      </p>
    ));
  if (options.length === 0) return null;
  return (
    <section aria-label={t("group.title")} className="grid gap-3 print:hidden">
      <h2 className="text-lg font-semibold">{t("group.title")}</h2>
      <p className="max-w-[46em] text-second">{t("group.lead")}</p>
      <FieldForm
        action={group}
        hidden={{ id }}
        fields={(["first", "second"] as const).slice(0, options.length).map((name, at) => ({
          ...{ kind: "select", name, label: t(`group.${name}`), optional: "", value: groupBy[at] ?? "" },
          options: [{ value: "", label: t("group.none") }, ...options],
        }))}
        tone="plain"
        texts={{ submit: t("group.save"), pending: t("pending"), done: t("done") }}
      />
    </section>
  );
}

function Adding({ id, t }: { id: string; t: Words }) {
  return (
    <div className="flex flex-wrap gap-2 print:hidden">
      <AppLink href={`/instruments/${id}/bank`} className={buttonClass("primary")}>
        {t("fromBank")}
      </AppLink>
      <AppLink href={`/instruments/${id}/items/new`} className={buttonClass()}>
        {t("newItem")}
      </AppLink>
    </div>
  );
}

function Drafting({ instrument: { id, name }, isNext, t }: { instrument: InstrumentRow; isNext: boolean; t: Words }) {
  const title = t(isNext ? "next" : "copy");
  return (
    <section aria-label={title} className="grid gap-3 print:hidden">
      <h2 className="text-lg font-semibold">{title}</h2>
      <p className="max-w-[46em] text-second">{t(isNext ? "nextLead" : "copyLead")}</p>
      <FieldForm
        action={draft}
        hidden={{ id: uuidv7(), sourceId: id }}
        fields={[{ kind: "text", name: "name", label: t("name"), value: name, maxLength: 40 }]}
        texts={{ submit: title, pending: t("pending") }}
      />
    </section>
  );
}

function Publishing({ id, name, problems, t }: { id: string; name: string; problems: Problem[]; t: Words }) {
  return (
    <>
      <section aria-label={t("publish")} className="grid gap-3 print:hidden">
        <h2 className="text-lg font-semibold">{t("publish")}</h2>
        {problems.length > 0 ? (
          <ul className="list-disc ps-5 text-second">
            {problems.map(({ code, reason }) => (
              <li key={`${code} ${reason}`}>{t(`problems.${reason}`, { code })}</li>
            ))}
          </ul>
        ) : (
          <>
            <p className="text-second">{t("publishLead")}</p>
            <FieldForm
              action={publish}
              hidden={{ id }}
              fields={[]}
              texts={{ submit: t("publish"), pending: t("pending") }}
            />
          </>
        )}
      </section>
      <section aria-label={t("rename")} className="grid gap-3 print:hidden">
        <h2 className="text-lg font-semibold">{t("rename")}</h2>
        <FieldForm
          action={rename}
          hidden={{ id }}
          fields={[{ kind: "text", name: "name", label: t("name"), value: name, maxLength: 40 }]}
          tone="plain"
          texts={{ submit: t("rename"), pending: t("pending"), done: t("done") }}
        />
      </section>
    </>
  );
}

async function Phone({ name, questions }: { name: string; questions: Question[] }) {
  const [t, answer] = await Promise.all([translator("instrument"), translator("answer")]);
  return (
    <PhonePreview
      label={t("views.phone")}
      name={name}
      lead={answer("intro", { minutes: minutesOf(questions.length) })}
      questions={questions}
      texts={textsOf(answer)}
    />
  );
}

async function Paper({ name, questions }: { name: string; questions: Question[] }) {
  const t = await translator("round");
  return (
    <PaperForm
      questions={questions}
      texts={{
        title: `${t("paperForm")} · ${name}`,
        lead: t("paperLead"),
        scale: t("paperScale"),
        back: t("paperBox"),
        number: t("formNumber"),
        community: t("community"),
      }}
    />
  );
}
