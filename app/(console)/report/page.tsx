import { uuidv7 } from "uuidv7";
import { guidesOf } from "@/components/cases/category-options";
import { ReportForm } from "@/components/report/report-form";
import { LinkButton } from "@/components/ui/button";
import { PageHead } from "@/components/ui/page-head";
import { authorize } from "@/lib/access/guard";
import { listPlaces } from "@/lib/areas/queries-places";
import { listCatalogue } from "@/lib/cases/catalogue/queries";
import { listOften } from "@/lib/cases/intake/often";
import { getLocale, translator } from "@/lib/next/locale";
import { read } from "@/lib/next/read";
import { photoLimits } from "@/lib/photos/model";
import { register } from "../cases/actions";
import { photoTexts } from "../cases/photo-texts";

/** For a phone in a stairwell: which kind, where, one line. */
export default async function ReportPage() {
  const [t, c, photo, locale] = await Promise.all([
    translator("report"),
    translator("case"),
    translator("photo"),
    getLocale(),
  ]);
  return read(async (ctx) => {
    authorize(ctx.actor, "case.register");
    const [places, catalogue, often] = await Promise.all([
      listPlaces(ctx),
      listCatalogue(ctx),
      listOften(ctx, ctx.actor),
    ]);
    const grids = places.filter(({ level }) => level === "grid");
    const near = grids.length > 0 ? grids : places;
    return (
      <div className="mx-auto max-w-xl">
        <PageHead title={t("title")} above={<p className="text-sm text-second">{ctx.actor.areaName}</p>}>
          <LinkButton href="/cases/new">{t("whole")}</LinkButton>
        </PageHead>
        <ReportForm
          action={register}
          id={uuidv7()}
          account={ctx.actor.accountId}
          channel={ctx.actor.role === "officer" ? "officer" : "visit"}
          categories={guidesOf(catalogue, locale)}
          often={often}
          places={near.map(({ id, name, parentName }) => ({ id, name, parentName }))}
          texts={{
            what: t("what"),
            often: t("often"),
            all: t("all"),
            where: t("where"),
            place: c("place"),
            placeHelp: c("placeHelp"),
            position: t("position"),
            positionKept: t("positionKept"),
            positionOff: t("positionOff"),
            positionFailed: t("positionFailed"),
            line: t("line"),
            lineHelp: c("titleHelp"),
            optional: c("optional"),
            send: t("send"),
            pending: c("pending"),
            restored: c("aid.restored"),
            emergency: c("aid.emergency"),
            emergencyHelp: c("aid.emergencyHelp"),
            missing: t("missing"),
            alike: c("aid.alike"),
            alikeHelp: c("aid.alikeHelp"),
            alikeNone: c("aid.alikeNone"),
            alikeLink: c("aid.alikeLink"),
            photo: { ...photoTexts(photo), help: t("photoHelp", photoLimits) },
            outbox: {
              waiting: t("waiting"),
              waitingHelp: t("waitingHelp"),
              withPhoto: t("withPhoto"),
              sending: t("sending"),
              again: t("again"),
              sent: t("sent"),
              photo: t("photo"),
              drop: t("drop"),
              signIn: t("signIn"),
            },
          }}
        />
      </div>
    );
  });
}
