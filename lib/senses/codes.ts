/** Letters and digits that nobody takes for one another, on paper or by telephone: no I, L, O, U (Crockford). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const roundCodeLength = 8;

/** A code drawn with `draw`, which answers whole numbers below its argument. */
export function drawCode(length: number, draw: (below: number) => number): string {
  return Array.from({ length }, () => letters[draw(letters.length)]).join("");
}
