import type { Sense } from "../../lib/senses/model";
import type { RoundView } from "../../lib/senses/view";
import type { Words } from "../board/words";
import { Button } from "../ui/button";
import { Select } from "../ui/input";
import { Options } from "../ui/options";

/** What the changes on the page of a round are counted from. */
export function sinceText({ against }: Pick<RoundView, "against">, { t }: Words): string {
  return against ? t("senses.since", { name: against.name }) : t("board.lastRound");
}

type AgainstFormProps = { view: RoundView; sense: Sense; words: Words };

/** Chooses the earlier round to compare with; nothing where there is none but the one before. */
export function AgainstForm({ view, sense, words: { t } }: AgainstFormProps) {
  const { area, round, against, comparable } = view;
  if (comparable.length === 0) return null;
  const earlier = comparable.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <form method="get" action="/senses" className="flex flex-wrap items-end gap-3 print:hidden">
      {Object.entries({ area: area.id, round: round.id, sense }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Select
        name="with"
        label={t("senses.compareWith")}
        optional=""
        defaultValue={against?.id ?? ""}
        key={against?.id}
      >
        <Options options={[{ value: "", label: t("senses.roundBefore") }, ...earlier]} />
      </Select>
      <Button type="submit">{t("senses.compare")}</Button>
    </form>
  );
}
