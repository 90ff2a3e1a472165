/** Letters and digits that nobody takes for one another, on paper or by telephone: no I, L, O, U (Crockford). */
const letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const roundCodeLength = 8;
/** A code on a sheet: its batch, then what nobody guesses. */
export const batchCodeLength = 6;
export const sheetCodeLength = 20;

/** A code drawn with `draw`, which answers whole numbers below its argument. */
export function drawCode(length: number, draw: (below: number) => number): string {
  return Array.from({ length }, () => letters[draw(letters.length)]).join("");
}

/** What was typed or scanned, as it was printed: without gaps, in capitals, look-alikes taken for what they look like. */
export function readCode(written: string): string {
  return written.normalize("NFKC").toUpperCase().replaceAll(/[\s-]/g, "").replaceAll("O", "0").replaceAll(/[IL]/g, "1");
}

/** Whether it could be one; nothing else is looked for. */
export function isCode(code: string): boolean {
  return (
    (code.length === roundCodeLength || code.length === sheetCodeLength) &&
    [...code].every((letter) => letters.includes(letter))
  );
}

/** In groups of four, as it is printed. */
export function printCode(code: string): string {
  return code.match(/.{1,4}/g)?.join(" ") ?? "";
}
