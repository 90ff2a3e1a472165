import { plainHeader } from "../../exchange/table";
import type { AskedItem } from "../items";
import type { Matching } from "./model";

const areaHeaders = ["社区", "所属社区", "所在社区", "社區", "所屬社區", "所在社區", "居委会", "居委會", "community"];

type Known = { items: readonly AskedItem[]; areas: readonly { id: string }[] };

/** The columns that are headed by the code of an item, by its wording in some language, or by both. */
export function guessedMatching(headers: readonly string[], { items, areas }: Known): Matching {
  const left = new Map(headers.toReversed().map((header) => [bare(header), header]));
  const take = (words: readonly string[]): string | null => {
    const word = words.find((each) => each !== "" && left.has(each));
    const header = word === undefined ? null : (left.get(word) ?? null);
    if (word !== undefined) left.delete(word);
    return header;
  };
  const columns = Object.fromEntries(items.map((item) => [item.code, take(namesOf(item)) ?? ""]));
  const header = take(areaHeaders.map(bare));
  const [only, ...others] = areas;
  if (header !== null) return { columns, area: { of: "column", header } };
  return { columns, area: only && others.length === 0 ? { of: "area", id: only.id } : null };
}

function namesOf({ code, labels }: AskedItem): string[] {
  const wordings = Object.values(labels).map(bare);
  return [bare(code), ...wordings, ...wordings.map((wording) => `${bare(code)}${wording}`)];
}

/** A header without the number of its question, signs and blanks. */
const bare = (header: string) =>
  plainHeader(header.normalize("NFKC").replace(/^\s*[(第]?\d{1,2}[)题題]?\s*[.、,:)\s]\s*(?=\D)/, "")).replace(
    /[\p{P}\p{S}]/gu,
    "",
  );
