"use client";

import { columnField, writtenSource } from "../../lib/senses/import/model";
import { Select } from "../ui/input";
import { Options } from "../ui/options";
import { LookForm, type LookFormTexts } from "./look-form";
import type { Report } from "./rejections";

/** How a sheet was understood: its headers, the one that answers each item, and where the area stands. */
type Seen = Report & { headers: string[]; columns: Record<string, string>; area: string };

type Words = Record<"matching" | "matchingHelp" | "area" | "choose" | "byColumn" | "oneArea" | "noColumn", string>;
type Props = {
  address: string;
  round: string;
  items: { code: string; label: string }[];
  areas: { id: string; name: string }[];
  texts: LookFormTexts & Words;
};

/** A sheet of paper forms for a round, with what each of its columns answers. */
export function FormsForm({ address, round, items, areas, texts }: Props) {
  const choices = ({ headers, columns, area }: Seen) => {
    const none = { value: "", label: texts.noColumn };
    const named = headers.map((header) => ({ value: header, label: header }));
    const byColumn = headers.map((header) => ({
      value: writtenSource({ of: "column", header }),
      label: header,
      group: texts.byColumn,
    }));
    const chosen = areas.map(({ id, name }) => ({
      value: writtenSource({ of: "area", id }),
      label: name,
      group: texts.oneArea,
    }));
    return (
      <fieldset className="grid gap-3 rounded border border-line p-4">
        <legend className="px-1 font-semibold">{texts.matching}</legend>
        <p className="text-sm text-second">{texts.matchingHelp}</p>
        <Select name="area" label={texts.area} defaultValue={area}>
          <Options options={[...(area === "" ? [{ value: "", label: texts.choose }] : []), ...chosen, ...byColumn]} />
        </Select>
        <div className="grid gap-3 sm:grid-cols-2">
          {items.map(({ code, label }) => (
            <Select
              key={code}
              name={columnField(code)}
              label={`${code} ${label}`}
              optional=""
              defaultValue={columns[code] ?? ""}
            >
              <Options options={[none, ...named]} />
            </Select>
          ))}
        </div>
      </fieldset>
    );
  };
  return (
    <LookForm<Seen>
      address={address}
      texts={texts}
      before={<input type="hidden" name="id" value={round} />}
      choices={choices}
    />
  );
}
