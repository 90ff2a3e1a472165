import { uuidv7 } from "uuidv7";
import { categoryOptions, guidesOf } from "@/components/cases/category-options";
import { RegisterForm } from "@/components/cases/register-form";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { drawnGround } from "@/lib/areas/outlines";
import { listPlaces } from "@/lib/areas/queries-places";
import { listCatalogue } from "@/lib/cases/catalogue/queries";
import { newCaseAsked } from "@/lib/cases/intake/input";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { register } from "../actions";
import { registerFields } from "./fields";

export default async function NewCasePage({ searchParams }: PageProps<"/cases/new">) {
  const asked = newCaseAsked.parse(await searchParams);
  const [t, locale] = await Promise.all([translator("case"), getLocale()]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.register");
    const [places, catalogue, map] = await Promise.all([listPlaces(ctx), listCatalogue(ctx), drawnGround(ctx)]);
    return (
      <>
        <PageHead title={t("register")} note={t("aid.keys")}>
          {can(ctx.actor, "case.import") ? <LinkButton href="/cases/import">{t("importLink")}</LinkButton> : null}
        </PageHead>
        <RegisterForm
          action={register}
          id={uuidv7()}
          fields={registerFields(t, {
            places,
            categories: categoryOptions(catalogue, locale, t("categoryNone")),
            channel: asked.channel ?? (ctx.actor.role === "officer" ? "officer" : "phone"),
            areaId: asked.area,
          })}
          catalogue={guidesOf(catalogue, locale)}
          draft={`${ctx.actor.accountId}:case`}
          map={map}
          texts={{
            find: t("find.find"),
            findHelp: t("find.findHelp"),
            found: t("find.found"),
            notFound: t("find.notFound"),
            map: t("find.map"),
            mapHelp: t("find.mapHelp"),
            submit: t("submit"),
            pending: t("pending"),
            optional: t("optional"),
            yes: t("yes"),
            no: t("no"),
            restored: t("aid.restored"),
            suggested: t("aid.suggested"),
            emergency: t("aid.emergency"),
            emergencyHelp: t("aid.emergencyHelp"),
            alike: t("aid.alike"),
            alikeHelp: t("aid.alikeHelp"),
            alikeNone: t("aid.alikeNone"),
            alikeLink: t("aid.alikeLink"),
            notice: t("aid.notice"),
            questions: t("aid.questions"),
          }}
        />
      </>
    );
  });
}
