"use client";

import { Select } from "../ui/input";
import { LookForm, type LookFormTexts } from "./look-form";

type Props = { address: string; sources: string[]; texts: LookFormTexts & { source: string } };

/** A sheet of one of several sources. */
export function SheetForm({ address, sources, texts }: Props) {
  return (
    <LookForm
      address={address}
      texts={texts}
      before={
        <Select name="source" label={texts.source}>
          {sources.map((source) => (
            <option key={source} value={source}>
              {source}
            </option>
          ))}
        </Select>
      }
    />
  );
}
