import { calledIn } from "@/components/cases/category-options";
import { CatalogueGroup } from "@/components/catalogue/catalogue-group";
import { FieldForm } from "@/components/ui/field-form";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { type Category, listCatalogue } from "@/lib/cases/catalogue/queries";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { add } from "./actions";
import { limitText } from "./texts";

/** What may be asked for in the own area, in two levels, and what holds for each. */
export default async function CataloguePage() {
  const [t, common, locale] = await Promise.all([translator("catalogue"), translator("common"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "category.edit");
    const catalogue = await listCatalogue(ctx);
    const shown = catalogue.filter(({ areaId, rule }) => areaId === null || rule !== null);
    const groups = shown.filter(({ parentCode }) => parentCode === null);
    const origin = ({ areaId, rule }: Category) => {
      if (!rule) return t("shipped");
      if (rule.areaId !== ctx.actor.areaId) return t("above");
      return areaId ? t("added") : t("own");
    };
    const lineOf = (category: Category) => ({
      code: category.code,
      name: calledIn(locale, category),
      close: limitText(t, category.closeLimit, category.closeUnit),
      contact: limitText(t, category.contactLimit, category.contactUnit),
      marks: [
        category.urgent && t("urgent"),
        category.emergency && t("calls", { number: category.emergency }),
        category.notice && t("hasNotice"),
        category.questions.length > 0 && t("asks", { n: category.questions.length }),
      ].filter((mark) => typeof mark === "string"),
      words: category.words.join(" "),
      origin: origin(category),
      isOff: category.closedAt !== null,
    });
    return (
      <>
        <PageHead
          title={t("title")}
          above={<p className="text-sm text-second">{ctx.actor.areaName}</p>}
          note={t("lead")}
        />
        <div className="grid gap-6">
          {groups.map((group) => (
            <CatalogueGroup
              key={group.code}
              group={lineOf(group)}
              lines={shown.filter(({ parentCode }) => parentCode === group.code).map(lineOf)}
              texts={{
                code: t("code"),
                name: t("name"),
                close: t("close"),
                contact: t("contact"),
                marks: t("marks"),
                words: t("words"),
                origin: t("origin"),
                off: t("off"),
                edit: t("editGroup"),
                add: t("add"),
              }}
            >
              <FieldForm
                action={add}
                hidden={{ parentCode: group.code }}
                fields={[{ kind: "text", name: "name", label: t("name"), maxLength: 40 }]}
                texts={{ submit: t("addSubmit"), pending: common("pending") }}
                tone="plain"
              />
            </CatalogueGroup>
          ))}
        </div>
      </>
    );
  });
}
