import type { Category } from "../../lib/cases/queries";
import { categoryName } from "./case-words";

/** The catalogue in its two levels; a matter may wait for its category. */
export function categoryOptions(categories: Category[], locale: string, none: string) {
  const nameOf = ({ nameZh, nameHant, nameEn }: Category) =>
    categoryName(locale, { zh: nameZh, hant: nameHant, en: nameEn });
  const groups = new Map(
    categories.filter(({ parentCode }) => !parentCode).map((group) => [group.code, nameOf(group)]),
  );
  const leaves = categories.filter(({ parentCode, closedAt }) => parentCode && !closedAt);
  return [
    { value: "", label: none },
    ...leaves.map((leaf) => ({
      value: leaf.code,
      label: `${leaf.code} ${nameOf(leaf)}`,
      group: groups.get(leaf.parentCode ?? "") ?? "",
    })),
  ];
}
