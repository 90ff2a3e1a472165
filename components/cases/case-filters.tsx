import { AppLink } from "../ui/app-link";
import { Button } from "../ui/button";
import { Icon } from "../ui/icon";
import { Input, Select } from "../ui/input";
import { Options, type SelectOption } from "../ui/options";

export type FilterField =
  | {
      kind: "select";
      name: string;
      label: string;
      value: string;
      /** What stands for no choice, where there is one. */
      any: string | null;
      options: SelectOption[];
    }
  | { kind: "search" | "date"; name: string; label: string; value: string; help?: string };

type Texts = { filter: string; apply: string; clear: string };
type Props = { fields: FilterField[]; hidden: Record<string, string>; texts: Texts };

/** The filters as a form whose answer is an address: it can be sent to a colleague. On a phone all but the words to look for fold away. */
export function CaseFilters({ fields, hidden, texts }: Props) {
  const words = fields.filter(({ kind }) => kind === "search");
  const choices = fields.filter(({ kind }) => kind === "select");
  const days = fields.filter(({ kind }) => kind === "date");
  return (
    <form
      method="get"
      action="/cases"
      aria-label={texts.filter}
      className="filters flex flex-wrap items-start gap-x-3 gap-y-2 py-3 print:hidden"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {words.map((field) => (
        <div key={field.name} className="min-w-0 flex-1 md:min-w-72 md:max-w-96">
          <Filter field={field} />
        </div>
      ))}
      <button
        type="button"
        popoverTarget="more-filters"
        className="touch mt-[1.55rem] inline-flex items-center gap-1 px-2 text-second md:hidden"
      >
        {texts.filter}
        <Icon name="open" className="size-4" />
      </button>
      <div id="more-filters" popover="auto" className="filters-more floating">
        {choices.map((field) => (
          <div key={field.name} className="md:w-36">
            <Filter field={field} />
          </div>
        ))}
        <div className="contents md:flex md:gap-3">
          {days.map((field) => (
            <div key={field.name} className="md:w-40">
              <Filter field={field} />
            </div>
          ))}
          <div className="flex items-center gap-3 md:pt-[1.55rem]">
            <Button type="submit">{texts.apply}</Button>
            <AppLink
              href="/cases?view=all"
              className="touch inline-flex items-center px-1 text-sm text-second underline decoration-line underline-offset-4 hover:text-ink"
            >
              {texts.clear}
            </AppLink>
          </div>
        </div>
      </div>
    </form>
  );
}

function Filter({ field }: { field: FilterField }) {
  if (field.kind === "select")
    return (
      <Select name={field.name} label={field.label} defaultValue={field.value} required={false}>
        {field.any === null ? null : <option value="">{field.any}</option>}
        <Options options={field.options} />
      </Select>
    );
  const { name, label, kind, help, value } = field;
  return <Input name={name} label={label} type={kind} help={help} defaultValue={value} required={false} />;
}
