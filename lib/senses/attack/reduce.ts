/** Linear equations over unknowns; tells what a sum of unknowns must be, where the equations tell it. */
export class Equations {
  private readonly known: { at: number; row: Float64Array; value: number }[] = [];

  constructor(private readonly unknowns: number) {}

  add(factors: Map<number, number>, value: number): void {
    const left = this.reduced(factors, value);
    const at = left.row.reduce((best, factor, i) => (Math.abs(factor) > Math.abs(left.row[best] ?? 0) ? i : best), 0);
    const pivot = left.row[at] ?? 0;
    if (Math.abs(pivot) < 1e-7) return;
    this.known.push({ at, row: left.row.map((factor) => factor / pivot), value: left.value / pivot });
  }

  valueOf(wanted: Map<number, number>): number | null {
    const left = this.reduced(wanted, 0);
    return left.row.every((factor) => Math.abs(factor) < 1e-6) ? -left.value : null;
  }

  private reduced(factors: Map<number, number>, value: number): { row: Float64Array; value: number } {
    const row = new Float64Array(this.unknowns);
    for (const [at, factor] of factors) row[at] = factor;
    let left = value;
    for (const { at, row: pivot, value: told } of this.known) {
      const factor = row[at] ?? 0;
      if (factor === 0) continue;
      for (let i = 0; i < row.length; i += 1) row[i] = (row[i] ?? 0) - factor * (pivot[i] ?? 0);
      left -= factor * told;
    }
    return { row, value: left };
  }
}
