import type { CaseRow } from "../../lib/cases/queries";

/** The name of a category in the language of the page; the catalogue is data, so it brings its own languages. */
export function categoryName(
  locale: string,
  name: { zh: string | null; hant: string | null; en: string | null } | null,
): string {
  if (!name) return "";
  if (locale === "en") return name.en ?? "";
  return (locale === "zh-Hant" ? name.hant : name.zh) ?? "";
}

/** An ended case that left the rates shows why, any other where it stands. */
export function stateKey(
  row: Pick<CaseRow, "state" | "validity">,
): `validities.${CaseRow["validity"]}` | `states.${CaseRow["state"]}` {
  return row.validity === "valid" ? `states.${row.state}` : `validities.${row.validity}`;
}
