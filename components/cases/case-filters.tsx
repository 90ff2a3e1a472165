import { AppLink } from "../ui/app-link";
import { Button } from "../ui/button";
import { Input, Select } from "../ui/input";

export type FilterField =
  | {
      kind: "select";
      name: string;
      label: string;
      value: string;
      any: string;
      options: { value: string; label: string }[];
    }
  | { kind: "search" | "date"; name: string; label: string; value: string; help?: string };

/** The filters as a form whose answer is an address: it can be sent to a colleague. */
export function CaseFilters({
  fields,
  hidden,
  texts,
}: {
  fields: FilterField[];
  hidden: Record<string, string>;
  texts: { filter: string; apply: string; clear: string };
}) {
  return (
    <form
      method="get"
      action="/cases"
      aria-label={texts.filter}
      className="flex flex-wrap items-end gap-3 py-3 print:hidden"
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {fields.map((field) => (
        <div key={field.name} className={field.kind === "search" ? "w-full [&>div]:max-w-xl" : "min-w-32"}>
          {field.kind === "select" ? (
            <Select name={field.name} label={field.label} defaultValue={field.value} required={false}>
              <option value="">{field.any}</option>
              {field.options.map(({ value, label }) => (
                <option key={value} value={value}>
                  {label}
                </option>
              ))}
            </Select>
          ) : (
            <Input
              name={field.name}
              label={field.label}
              type={field.kind}
              help={field.help}
              defaultValue={field.value}
              required={false}
            />
          )}
        </div>
      ))}
      <Button type="submit">{texts.apply}</Button>
      <AppLink href="/cases" className="touch inline-flex items-center px-1 text-second underline underline-offset-2">
        {texts.clear}
      </AppLink>
    </form>
  );
}
