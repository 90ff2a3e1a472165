import { Button } from "../ui/button";
import { Checkbox } from "../ui/choices";
import { Input, Select } from "../ui/input";

type FiltersProps = {
  filter: { area?: string | undefined; q?: string | undefined; kind?: string | undefined; closed?: "1" | undefined };
  kinds: { value: string; label: string }[];
  texts: { search: string; kind: string; any: string; closed: string; find: string };
};

/** Which units are listed, as a form whose answer is an address. */
export function UnitFilters({ filter, kinds, texts }: FiltersProps) {
  return (
    <form method="get" action="/units" aria-label={texts.find} className="flex flex-wrap items-end gap-3 print:hidden">
      {filter.area ? <input type="hidden" name="area" value={filter.area} /> : null}
      <Input name="q" label={texts.search} defaultValue={filter.q ?? ""} required={false} maxLength={60} />
      <Select id="kind-filter" name="kind" label={texts.kind} defaultValue={filter.kind ?? ""} required={false}>
        <option value="">{texts.any}</option>
        {kinds.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </Select>
      <Checkbox name="closed" value="1" label={texts.closed} defaultChecked={filter.closed === "1"} />
      <Button type="submit">{texts.find}</Button>
    </form>
  );
}
