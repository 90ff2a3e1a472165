import type { FormAction } from "../../lib/form-state";
import type { Improvement } from "../../lib/senses/improvements/queries";
import type { Relatable } from "../../lib/senses/improvements/relatable";
import type { Words } from "../board/words";
import { FieldForm, type FormField } from "../ui/field-form";
import { Fold } from "../ui/fold";

type Props = { found: Improvement; choices: Relatable; action: FormAction; words: Words };

/** Together with what it is done: a topic, a station, a project of a partner. */
export function RelatedForm({ found, choices, action, words: { t } }: Props) {
  const optional = t("common.optional");
  const select = (name: string, label: string, chosen: Choice | null, offered: Choice[]): FormField => ({
    kind: "select",
    name,
    label,
    optional,
    value: chosen?.id ?? "",
    options: [
      { value: "", label: t("improvement.noneRelated") },
      ...withChosen(offered, chosen).map(({ id, name: text }) => ({ value: id, label: text })),
    ],
  });
  const { topicId, topicTitle, stationId, stationName, projectId, partnerName, project } = found;
  return (
    <Fold label={t("improvement.relate")} className="print:hidden">
      <p className="text-sm text-second">{t("improvement.relateLead")}</p>
      <FieldForm
        action={action}
        hidden={{ id: found.id }}
        fields={[
          select("topicId", t("improvement.topic"), choiceOf(topicId, topicTitle), choices.topics),
          select("stationId", t("improvement.station"), choiceOf(stationId, stationName), choices.stations),
          {
            ...select(
              "projectId",
              t("improvement.partnerProject"),
              choiceOf(projectId, project && `${partnerName} · ${project}`),
              choices.projects,
            ),
            help: t("improvement.projectHelp"),
          },
        ]}
        tone="plain"
        texts={{
          submit: t("improvement.saveRelated"),
          pending: t("improvement.pending"),
          done: t("improvement.related"),
        }}
      />
    </Fold>
  );
}

type Choice = { id: string; name: string };

const choiceOf = (id: string | null, name: string | null) => (id && name ? { id, name } : null);

/** What is chosen stays to be chosen where it is offered no more. */
function withChosen(offered: Choice[], chosen: Choice | null): Choice[] {
  return !chosen || offered.some(({ id }) => id === chosen.id) ? offered : [chosen, ...offered];
}
