export type Suggestion = { code: string; matched: string[] };

/** The categories whose words stand in a text, those with the most of it first. A person decides; the words are the reason. */
export function suggestCategories(
  text: string,
  categories: readonly { code: string; words: readonly string[] }[],
  most = 3,
): Suggestion[] {
  const given = text.toLowerCase();
  return categories
    .map(({ code, words }) => ({ code, matched: words.filter((word) => given.includes(word.toLowerCase())) }))
    .filter(({ matched }) => matched.length > 0)
    .sort((a, b) => weightOf(b) - weightOf(a) || a.code.localeCompare(b.code))
    .slice(0, most);
}

/** A long word says more than a short one, and one word counts once however often it stands there. */
const weightOf = ({ matched }: Suggestion) => Math.max(...matched.map((word) => word.length)) * 10 + matched.length;
