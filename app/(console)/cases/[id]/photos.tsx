import { PhotoForm } from "@/components/photos/photo-form";
import { PhotoStrip } from "@/components/photos/photo-strip";
import { FieldForm } from "@/components/ui/field-form";
import { Fold } from "@/components/ui/fold";
import { type Actor, can } from "@/lib/access/model";
import type { CaseDetail } from "@/lib/cases/queries";
import { formatShortTime } from "@/lib/format";
import { sentence, translator } from "@/lib/next/locale";
import { photoKinds, photoLimits } from "@/lib/photos/model";
import type { Photo } from "@/lib/photos/queries";
import { removePhoto } from "../actions";
import { photoTexts } from "../photo-texts";

type Props = {
  current: CaseDetail["current"];
  photos: Photo[];
  actor: Actor;
  /** The key of a refusal that a form without a script was led back with. */
  refused: string | undefined;
};

/** The photos of a request; behind quiet lines the ways to add one and to take one away. */
export async function Photos({ current, photos, actor, refused }: Props) {
  const [t, c] = await Promise.all([translator("photo"), translator("case")]);
  const isElsewhere = actor.unitId !== null && actor.unitId !== current.unitId;
  const isFull = photos.length >= photoLimits.photos;
  const mayAdd = can(actor, "photo.add") && !isElsewhere && current.closedAt === null && !isFull;
  const removable = photos.filter(
    ({ addedBy }) =>
      !isElsewhere && can(actor, "photo.remove") && (addedBy === actor.accountId || can(actor, "photo.remove-any")),
  );
  if (photos.length === 0 && !mayAdd) return null;
  const reason = refused ? await sentence(refused, photoLimits) : null;
  const views = photos.map((photo, i) => viewOf(photo, current.id, t, t("of", { n: i + 1, all: photos.length })));
  return (
    <section id="photos" className="grid gap-3">
      <h2 className="text-lg">{t("title")}</h2>
      {views.length > 0 ? (
        <PhotoStrip
          photos={views}
          texts={{
            title: t("title"),
            view: t("view"),
            previous: t("previous"),
            next: t("next"),
            close: t("close"),
          }}
        />
      ) : null}
      {mayAdd ? (
        <Fold open={reason !== null} label={t("add")} className="print:hidden">
          <PhotoForm
            address={`/api/cases/${current.id}/photos`}
            kinds={photoKinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
            suggested={current.signedAt ? "after" : "before"}
            refused={reason}
            texts={photoTexts(t)}
          />
        </Fold>
      ) : null}
      {removable.length > 0 ? (
        <Fold label={t("remove")} className="print:hidden">
          <p className="text-sm text-second">{t("removeHelp")}</p>
          <FieldForm
            key={photos.length}
            action={removePhoto}
            hidden={{ id: current.id }}
            fields={[
              {
                kind: "select",
                name: "photo",
                label: t("which"),
                options: removable.map(({ id }) => ({
                  value: id,
                  label: views.find((view) => view.id === id)?.caption ?? "",
                })),
              },
              { kind: "text", name: "note", label: t("why"), maxLength: 200 },
            ]}
            texts={{ submit: t("remove"), pending: c("pending"), done: t("removed") }}
            tone="plain"
          />
        </Fold>
      ) : null}
    </section>
  );
}

type Words = Awaited<ReturnType<typeof translator<"photo">>>;

function viewOf({ id, kind, width, height, addedName, addedAt }: Photo, caseId: string, t: Words, place: string) {
  const words = { kind: t(`kinds.${kind}`), name: addedName, time: formatShortTime(addedAt) };
  const href = `/api/cases/${caseId}/photos/${id}`;
  return { id, href, width, height, place, alt: t("alt", words), caption: t("caption", words) };
}
