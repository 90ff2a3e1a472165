import { isOpen } from "../../lib/cases/catalogue/model";
import type { Category } from "../../lib/cases/catalogue/queries";
import { categoryName } from "./case-words";
import type { Guide } from "./told";

/** The catalogue in its two levels; a matter may wait for its category. */
export function categoryOptions(categories: Category[], locale: string, none: string) {
  const groups = new Map(
    categories.filter(({ parentCode }) => !parentCode).map((group) => [group.code, calledIn(locale, group)]),
  );
  const leaves = categories.filter((leaf) => leaf.parentCode && isOpen(leaf));
  return [
    { value: "", label: none },
    ...leaves.map((leaf) => ({
      value: leaf.code,
      label: `${leaf.code} ${calledIn(locale, leaf)}`,
      group: groups.get(leaf.parentCode ?? "") ?? "",
    })),
  ];
}

/** What the form needs of the catalogue while one writes. */
export function guidesOf(categories: Category[], locale: string): Guide[] {
  return categories.filter(isOpen).map((category) => {
    const { code, parentCode, words, notice, emergency, emergencyWords, questions } = category;
    return { code, parentCode, words, notice, emergency, emergencyWords, questions, name: calledIn(locale, category) };
  });
}

export function calledIn(
  locale: string,
  { nameZh, nameHant, nameEn }: Pick<Category, "nameZh" | "nameHant" | "nameEn">,
) {
  return categoryName(locale, { zh: nameZh, hant: nameHant, en: nameEn });
}
