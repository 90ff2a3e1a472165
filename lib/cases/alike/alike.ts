export type Told = { title: string; place: string | null; categoryCode: string | null };

/** From this on two requests may be the same matter. */
export const alikeFrom = 0.5;

/** How alike two requests are, 0 to 1: mostly their words, and a little the same place and category. */
export function alikeness(a: Told, b: Told): number {
  const words = shared(piecesOf(a.title), piecesOf(b.title));
  const place = a.place && b.place ? shared(piecesOf(a.place), piecesOf(b.place)) : 0;
  const category = a.categoryCode !== null && a.categoryCode === b.categoryCode ? 1 : 0;
  return Math.min(1, 0.8 * words + 0.15 * place + 0.15 * category);
}

/** Every two characters that stand side by side, without what is neither letter nor digit. */
function piecesOf(text: string): Set<string> {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return new Set(Array.from({ length: Math.max(0, plain.length - 1) }, (_, i) => plain.slice(i, i + 2)));
}

function shared(a: Set<string>, b: Set<string>): number {
  if (a.size === 0 || b.size === 0) return 0;
  return (2 * [...a].filter((piece) => b.has(piece)).length) / (a.size + b.size);
}
