export type SelectOption = { value: string; label: string; group?: string };

/** What a select offers; those of a group stand together under its name. */
export function Options({ options }: { options: readonly SelectOption[] }) {
  return grouped(options).map(([group, items]) =>
    group ? (
      <optgroup key={group} label={group}>
        {items.map(option)}
      </optgroup>
    ) : (
      items.map(option)
    ),
  );
}

function option({ value, label }: SelectOption) {
  return (
    <option key={value} value={value}>
      {label}
    </option>
  );
}

function grouped(options: readonly SelectOption[]) {
  const groups = new Map<string, SelectOption[]>();
  for (const item of options) groups.set(item.group ?? "", [...(groups.get(item.group ?? "") ?? []), item]);
  return [...groups];
}
