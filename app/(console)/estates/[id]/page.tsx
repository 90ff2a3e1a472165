import { notFound } from "next/navigation";
import { PageHead } from "@/components/ui/page-head";
import { PrintButton } from "@/components/ui/print-button";
import { authorize } from "@/lib/access/guard";
import { can } from "@/lib/access/model";
import { getArea } from "@/lib/areas/queries";
import { localDay } from "@/lib/calendar/zone";
import { listUnits } from "@/lib/cases/queries";
import type { Context } from "@/lib/context";
import { ledgerFilter } from "@/lib/estates/input";
import { partyKinds } from "@/lib/estates/model";
import {
  type Estate,
  findEstate,
  isStanding,
  listAgreements,
  listPartiesOf,
  listPlacesFor,
  listPlacesOf,
  listTasksOf,
} from "@/lib/estates/queries";
import { countLedger, listLedger } from "@/lib/estates/queries-ledger";
import { translator } from "@/lib/next/locale";
import { idOf, read } from "@/lib/next/read";
import { Agreements } from "./agreements";
import { EstateForms } from "./forms";
import { Ledger } from "./ledger";
import { Parties } from "./parties";

/** One ledger for three parties: who owes what by when, what was agreed on, and the requests of the estate. */
export default async function EstatePage({ params, searchParams }: PageProps<"/estates/[id]">) {
  const [id, asked] = await Promise.all([idOf(params), searchParams]);
  const filter = ledgerFilter.parse(asked);
  const [t, common] = await Promise.all([translator("estate"), translator("board")]);
  return read(async (ctx) => {
    const estate = (await findEstate(ctx, id)) ?? notFound();
    authorize(ctx.actor, "estate.read");
    const [places, parties, agreements, tasks, counts, page] = await Promise.all([
      listPlacesOf(ctx, id),
      listPartiesOf(ctx, id),
      listAgreements(ctx, id),
      listTasksOf(ctx, id),
      countLedger(ctx, id),
      listLedger(ctx, id, filter),
    ]);
    const today = localDay(ctx.now);
    const standing = parties.filter((party) => isStanding(party, today));
    const parts = places.filter((place) => place.id !== estate.areaId).map(({ name }) => name);
    const head = [estate.areaName, parts.join(t("and"))];
    return (
      <article className="grid max-w-6xl gap-6 print:[&_h2]:break-after-avoid print:[&_li]:break-inside-avoid">
        <PageHead
          title={estate.name}
          above={<p className="text-sm text-second">{head.filter(Boolean).join(" · ")}</p>}
          note={t("ledgerLead")}
        >
          <PrintButton label={common("print")} />
        </PageHead>
        <Parties estate={id} parties={standing} all={parties} counts={counts} tasks={tasks} today={today} />
        <Agreements actor={ctx.actor} agreements={agreements} tasks={tasks} today={today} />
        <Ledger estate={id} page={page} filter={filter} counts={counts} now={ctx.now} />
        {can(ctx.actor, "estate.edit") ? (
          <EstateForms
            estate={estate}
            places={places}
            parties={standing}
            agreements={agreements}
            today={today}
            {...(await choicesFor(ctx, estate))}
          />
        ) : null}
      </article>
    );
  });
}

async function choicesFor(ctx: Context, { areaId }: Estate) {
  const [units, area] = await Promise.all([listUnits(ctx), getArea(ctx, areaId)]);
  return {
    units: units.filter(({ kind }) => partyKinds.includes(kind)),
    areas: await listPlacesFor(ctx, area),
  };
}
