import { Select } from "../ui/input";
import type { AnswerTexts } from "./texts";

type AreaSelectProps = {
  areas: { id: string; name: string }[];
  area: string;
  error: string | undefined;
  texts: AnswerTexts;
};

/** Where one says to live, in a round that is open to everybody. */
export function AreaSelect({ areas, area, error, texts }: AreaSelectProps) {
  return (
    <Select name="area" label={texts.area} defaultValue={area} key={area} error={error} className="h-12">
      <option value="">{texts.areaChoose}</option>
      {areas.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </Select>
  );
}
