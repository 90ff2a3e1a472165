import type { FilterField } from "@/components/cases/case-filters";
import { calledIn } from "@/components/cases/category-options";
import type { SelectOption as Option } from "@/components/ui/options";
import { type AreaRow, crumbsOf, listChildren } from "@/lib/areas/queries";
import { isOpened } from "@/lib/board/definitions";
import { type Category, listCatalogue } from "@/lib/cases/catalogue/queries";
import { type CaseFilter, listOrders } from "@/lib/cases/filter";
import { orderOf, ordersOf } from "@/lib/cases/list-order";
import { channels, states } from "@/lib/cases/model";
import { listUnits } from "@/lib/cases/queries";
import type { Context } from "@/lib/context";
import { getLocale, translator } from "@/lib/next/locale";
import { worksOnCases } from "@/lib/reminders/model";
import { findTopic } from "@/lib/topics/queries";
import { findUnitName } from "@/lib/units/queries";

type Words = Awaited<ReturnType<typeof translator<"case">>>;

/** What the list may be narrowed by, with what there is to choose from here. */
export async function fieldsOf(ctx: Context, area: AreaRow, filter: CaseFilter): Promise<FilterField[]> {
  const [t, locale, crumbs, children, catalogue, units] = await Promise.all([
    translator("case"),
    getLocale(),
    crumbsOf(ctx, area),
    listChildren(ctx, area.id),
    listCatalogue(ctx, area.pos),
    unitsOf(ctx, filter),
  ]);
  const below = children.filter(({ closedOn }) => closedOn === null);
  const areas = [...crumbs, ...below].map(({ id, name }) => ({
    value: id === ctx.actor.areaId ? "" : id,
    label: name,
  }));
  const select = (name: keyof CaseFilter, label: string, options: Option[]) =>
    ({ kind: "select", name, label, value: filter[name] ?? "", any: t("any"), options }) as const;
  return [
    { kind: "search", name: "q", label: t("search"), value: filter.q ?? "", help: t("searchHelp") },
    ...(areas.length > 1 ? [{ ...select("area", t("area"), areas), any: null }] : []),
    select("category", t("category"), categoriesOf(catalogue, locale, t)),
    select(
      "state",
      t("stateLabel"),
      named(states, (state) => t(`states.${state}`)),
    ),
    ...(units.length > 0 ? [select("unit", t("unit"), units)] : []),
    select(
      "channel",
      t("channelLabel"),
      named(channels, (channel) => t(`channels.${channel}`)),
    ),
    { kind: "date", name: "from", label: t("from"), value: filter.from ?? "" },
    { kind: "date", name: "to", label: t("to"), value: filter.to ?? "" },
    ...(ordersOf(filter).length > 1
      ? [
          {
            ...select(
              "order",
              t("orderLabel"),
              named(listOrders, (order) => t(`orders.${order}`)),
            ),
            value: orderOf(filter),
            any: null,
          },
        ]
      : []),
  ];
}

/** Above the street there are too many units to choose from; one that is asked for is named. */
async function unitsOf(ctx: Context, { unit }: CaseFilter): Promise<Option[]> {
  if (ctx.actor.unitId !== null) return [];
  const offered = worksOnCases(ctx.actor) ? await listUnits(ctx) : [];
  const options = offered.map(({ id, name }) => ({ value: id, label: name }));
  if (unit === undefined || offered.some(({ id }) => id === unit)) return options;
  return [{ value: unit, label: (await findUnitName(ctx, unit)) ?? unit }, ...options];
}

/** Each group as a whole, and what is in it. */
function categoriesOf(catalogue: Category[], locale: string, t: Words): Option[] {
  const groups = catalogue.filter(({ parentCode }) => parentCode === null);
  return [
    { value: "none", label: t("categoryNone") },
    ...groups.flatMap((whole) => {
      const group = `${whole.code} ${calledIn(locale, whole)}`;
      const parts = catalogue.filter(({ parentCode }) => parentCode === whole.code);
      return [
        { value: whole.code, label: t("categoryWhole", { name: calledIn(locale, whole) }), group },
        ...parts.map((part) => ({ value: part.code, label: `${part.code} ${calledIn(locale, part)}`, group })),
      ];
    }),
  ];
}

const named = <K extends string>(keys: readonly K[], label: (key: K) => string): Option[] =>
  keys.map((value) => ({ value, label: label(value) }));

/** The conditions of a list in words, one each: what was chosen, and which list or figure it was opened from. */
export async function conditionsOf(ctx: Context, filter: CaseFilter, fields: FilterField[]): Promise<string[]> {
  const t = await translator("case");
  const { queue, topic, matter } = filter;
  const about = await topicTitle(ctx, topic ?? matter);
  const chosen = [
    ...fields.map((field) => [field.label, shownValue(field)] as const),
    [t("queueLabel"), queue && t(`queue.${queue}`)] as const,
    [t(topic ? "topicLabel" : "matterLabel"), about] as const,
  ];
  return [
    ...chosen.flatMap(([label, value]) => (value ? [t("condition", { label, value })] : [])),
    ...(await givenWords(ctx, filter, t)),
    ...(await openedFrom(filter, t)),
  ];
}

/** Of which unit's assignments a list is, in words. */
export async function givenWords(ctx: Context, { given, fate = "given" }: CaseFilter, t: Words): Promise<string[]> {
  return given ? [t(`fates.${fate}`, { unit: (await findUnitName(ctx, given)) ?? given })] : [];
}

async function openedFrom({ figure: key, part, why }: CaseFilter, t: Words): Promise<string[]> {
  const [figure, excluded] = await Promise.all([translator("figure"), translator("excluded")]);
  const told: string[] = [];
  if (key && isOpened(key)) {
    const [label, value] = [figure(`${key}.label`), figure(`${key}.formula`)];
    told.push(t("condition", { label, value }), t(`parts.${part ?? "in"}`));
  }
  if (why && excluded.has(why as never)) told.push(t("excluded", { why: excluded(why as never) }));
  return told;
}

function shownValue(field: FilterField): string {
  if (field.kind !== "select") return field.value;
  return field.options.find(({ value }) => value === field.value)?.label ?? field.value;
}

async function topicTitle(ctx: Context, id: string | undefined): Promise<string | null> {
  return id === undefined ? null : ((await findTopic(ctx, id))?.title ?? null);
}
