import { FieldForm, type FormField } from "@/components/ui/field-form";
import { ViewChips } from "@/components/views/view-chips";
import { can } from "@/lib/access/model";
import type { viewedArea } from "@/lib/areas/queries";
import type { CaseFilter } from "@/lib/cases/filter";
import type { Context } from "@/lib/context";
import { formatNumber } from "@/lib/format";
import { getLocale, translator } from "@/lib/next/locale";
import { queryOf } from "@/lib/views/input";
import { countViews, listViews, type SavedView } from "@/lib/views/queries";
import { changeView, removeView, saveView } from "./actions";

type Props = { ctx: Context; area: Awaited<ReturnType<typeof viewedArea>>; filter: CaseFilter };

/** The saved views of the list; the one that is open can be renamed or removed, a new filter be kept. */
export async function viewsOf({ ctx, area, filter }: Props) {
  const [t, locale, views] = await Promise.all([translator("view"), getLocale(), listViews(ctx)]);
  const counts = await countViews(ctx, area, views);
  const query = queryOf({ ...filter, area: filter.area === ctx.actor.areaId ? undefined : filter.area });
  const open = views.find((view) => view.query === query);
  return (
    <ViewChips
      views={views.map((view) => {
        const n = counts.get(view.id);
        return {
          id: view.id,
          href: `/cases?${view.query}`,
          name: view.own ? view.name : t("of", { name: view.name, owner: view.ownerName }),
          chosen: view === open,
          count: n === undefined ? undefined : formatNumber(locale, n),
        };
      })}
      texts={{ label: t("title"), keep: open?.own ? t("change") : t("keep") }}
    >
      {can(ctx.actor, "view.save") && query ? (
        <Keep key={query} query={query} open={open?.own ? open : null} shares={can(ctx.actor, "view.share")} />
      ) : null}
    </ViewChips>
  );
}

async function Keep({ query, open, shares }: { query: string; open: SavedView | null; shares: boolean }) {
  const [t, c] = await Promise.all([translator("view"), translator("case")]);
  const pending = c("pending");
  const fields: FormField[] = [
    { kind: "text", name: "name", label: t("name"), maxLength: 30, value: open?.name ?? "" },
    ...(shares || open?.shared
      ? [{ kind: "checkbox" as const, name: "shared", label: t("shared"), value: open?.shared ? "on" : "" }]
      : []),
    { kind: "checkbox", name: "first", label: t("first"), value: open?.first ? "on" : "" },
  ];
  if (!open)
    return <FieldForm action={saveView} hidden={{ query }} fields={fields} texts={{ submit: t("save"), pending }} />;
  return (
    <>
      <FieldForm
        action={changeView}
        hidden={{ id: open.id }}
        fields={fields}
        texts={{ submit: t("save"), pending, done: t("saved") }}
      />
      <FieldForm
        action={removeView}
        hidden={{ id: open.id }}
        fields={[]}
        texts={{ submit: t("remove"), pending }}
        tone="plain"
      />
    </>
  );
}
