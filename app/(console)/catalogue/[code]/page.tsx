import { notFound } from "next/navigation";
import { calledIn } from "@/components/cases/category-options";
import { CategoryForm } from "@/components/catalogue/category-form";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { ownVersion } from "@/lib/cases/catalogue/change";
import { listCatalogue } from "@/lib/cases/catalogue/queries";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { change } from "../actions";
import { limitText } from "../texts";
import { categoryFields, questionTexts } from "./fields";

export default async function CategoryPage({ params }: PageProps<"/catalogue/[code]">) {
  const { code } = await params;
  const [t, common, locale] = await Promise.all([translator("catalogue"), translator("common"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "category.edit");
    const category = (await listCatalogue(ctx)).find((each) => each.code === code) ?? notFound();
    if (category.areaId !== null && category.rule === null) notFound();
    const { shipped } = category;
    const isGroup = category.parentCode === null;
    return (
      <>
        <PageHead
          title={calledIn(locale, category)}
          above={<p className="text-sm text-second">{`${ctx.actor.areaName} · ${category.code}`}</p>}
          note={isGroup ? t("groupLead") : t("categoryLead")}
        >
          <LinkButton href={`/catalogue#c${category.code}`}>{t("back")}</LinkButton>
        </PageHead>
        {category.areaId === null && !isGroup ? (
          <p className="pb-4 text-sm text-second">
            {t("shippedSays", {
              name: calledIn(locale, shipped),
              close: limitText(t, shipped.closeLimit, shipped.closeUnit),
              contact: limitText(t, shipped.contactLimit, shipped.contactUnit),
            })}
          </p>
        ) : null}
        <CategoryForm
          action={change}
          hidden={{ code: category.code, version: String(ownVersion(ctx, category)) }}
          fields={categoryFields(category, calledIn(locale, category), t, common("optional"))}
          questions={isGroup ? null : category.questions}
          texts={{
            ...questionTexts(t),
            optional: common("optional"),
            submit: common("save"),
            pending: common("pending"),
          }}
        />
      </>
    );
  });
}
