import type { FormAction } from "../../lib/form-state";
import type { RoundRow } from "../../lib/senses/queries";
import type { Words } from "../board/words";
import { AppLink } from "../ui/app-link";
import { FieldForm } from "../ui/field-form";

type TellProps = { round: RoundRow; area: string; tell: FormAction | null; words: Words };

/** The page for everybody: its address once it is out, and until then how it is put out. */
export function TellPage({ round, area, tell, words: { t } }: TellProps) {
  if (round.toldCode === null && tell === null) return null;
  return (
    <section aria-labelledby="heard" className="grid gap-2 print:hidden">
      <h2 id="heard" className="text-lg font-semibold">
        {t("heard.title")}
      </h2>
      {round.toldCode ? (
        <p>
          <AppLink href={`/heard/${round.toldCode}`} className="underline underline-offset-2">
            {t("heard.see")} /heard/{round.toldCode}
          </AppLink>
        </p>
      ) : null}
      {round.toldCode === null && tell ? (
        <>
          <p className="text-sm text-second">{t("heard.tellLead", { area })}</p>
          <FieldForm
            action={tell}
            hidden={{ id: round.id }}
            fields={[]}
            tone="plain"
            texts={{ submit: t("heard.tell"), pending: t("heard.pending") }}
          />
        </>
      ) : null}
    </section>
  );
}
