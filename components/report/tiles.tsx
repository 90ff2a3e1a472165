import type { Guide } from "../cases/told";
import { Fold } from "../ui/fold";
import { Select } from "../ui/input";

const tile =
  "relative flex min-h-14 items-center justify-center rounded border border-edge bg-raised px-2 py-2 text-center has-checked:border-accent has-checked:bg-accent-tint has-checked:font-semibold has-focus-visible:outline-2 has-focus-visible:outline-accent";

function Tile({ name, value, label, checked }: { name: string; value: string; label: string; checked?: boolean }) {
  return (
    <label className={tile}>
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={checked}
        className="absolute inset-0 size-full cursor-pointer opacity-0"
      />
      {label}
    </label>
  );
}

type CategoryProps = {
  categories: Guide[];
  often: string[];
  texts: { what: string; often: string; all: string };
};

/** What comes up most here first; everything else by its group. */
export function CategoryTiles({ categories, often, texts }: CategoryProps) {
  const usual = often.flatMap((code) => categories.find((category) => category.code === code) ?? []);
  const groups = categories.filter(({ parentCode }) => parentCode === null);
  const rest = categories.filter(({ code }) => !often.includes(code));
  return (
    <fieldset className="grid gap-3">
      <legend className="pb-2 text-lg font-semibold">{texts.what}</legend>
      <p className="text-sm text-second">{texts.often}</p>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {usual.map(({ code, name }) => (
          <Tile key={code} name="categoryCode" value={code} label={name} />
        ))}
      </div>
      <Fold label={texts.all}>
        {groups.map((group) => (
          <fieldset key={group.code} className="py-2">
            <legend className="pb-2 text-sm text-second">{group.name}</legend>
            <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
              {rest
                .filter(({ parentCode }) => parentCode === group.code)
                .map(({ code, name }) => (
                  <Tile key={code} name="categoryCode" value={code} label={name} />
                ))}
            </div>
          </fieldset>
        ))}
      </Fold>
    </fieldset>
  );
}

const mostTiles = 12;
type PlaceProps = { places: { id: string; name: string; parentName: string | null }[]; label: string };

/** The own grids as tiles; where there are too many for that, as a list. A single one is chosen already. */
export function PlaceTiles({ places, label }: PlaceProps) {
  if (places.length > mostTiles)
    return (
      <Select name="areaId" label={label} defaultValue="">
        <option value="" />
        {places.map(({ id, name, parentName }) => (
          <option key={id} value={id}>
            {parentName ? `${parentName} ${name}` : name}
          </option>
        ))}
      </Select>
    );
  return (
    <fieldset className="grid gap-2">
      <legend className="pb-2 text-lg font-semibold">{label}</legend>
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-3">
        {places.map(({ id, name }) => (
          <Tile key={id} name="areaId" value={id} label={name} checked={places.length === 1} />
        ))}
      </div>
    </fieldset>
  );
}
