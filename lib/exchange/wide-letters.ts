export type WideEncoding = "utf-16le" | "utf-16be";

/** Line ends, separators and quotes, which every sheet has; as the first byte of a letter they are next to none. */
const signs = new Set([...'\n\r,;\t|"'].map((sign) => sign.charCodeAt(0)));

/** Looks through the bytes of a file without a mark for letters of two bytes, of which plain signs have one that is zero. */
export class WideLetters {
  private bytes = 0;
  private zeros = 0;
  private big = 0;
  private little = 0;
  private before = -1;

  add(chunk: Uint8Array): void {
    if (this.before === 0 && this.bytes % 2 === 1) this.count("big", chunk[0]);
    for (let at = chunk.indexOf(0); at >= 0; at = chunk.indexOf(0, at + 1)) {
      this.zeros += 1;
      if ((this.bytes + at) % 2 === 0) this.count("big", chunk[at + 1]);
      else this.count("little", chunk[at - 1] ?? this.before);
    }
    this.bytes += chunk.length;
    this.before = chunk.at(-1) ?? this.before;
  }

  private count(order: "big" | "little", beside: number | undefined): void {
    if (beside !== undefined && signs.has(beside)) this[order] += 1;
  }

  get hasZeros(): boolean {
    return this.zeros > 0;
  }

  /** Null where zeros are strays; where the bytes read as UTF-8 too, every second letter must bring one. */
  encoding(isUtf8: boolean): WideEncoding | null {
    if (this.zeros * (isUtf8 ? 4 : 200) < this.bytes) return null;
    if (this.big > this.little * 10) return "utf-16be";
    return this.little > this.big * 10 ? "utf-16le" : null;
  }
}
