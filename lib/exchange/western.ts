const enough = 4 * 1024 * 1024;

/** Looks for letters beyond ASCII that stand alone, as those of Western code pages do; in GB18030 they come in pairs. */
export class WesternLetters {
  private looked = 0;
  private run = 0;
  private alone = 0;
  private together = 0;

  add(chunk: Uint8Array): void {
    const part = chunk.subarray(0, Math.max(0, enough - this.looked));
    this.looked += part.length;
    for (const byte of part) {
      if (byte >= 0x80) this.run += 1;
      else this.endRun();
    }
  }

  get areMost(): boolean {
    this.endRun();
    return this.alone > this.together;
  }

  private endRun(): void {
    if (this.run === 1) this.alone += 1;
    else if (this.run > 1) this.together += 1;
    this.run = 0;
  }
}
