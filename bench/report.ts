/** Milliseconds at three shares of all repetitions. */
export type Times = { p50: number; p95: number; p99: number; n: number };

export function timesOf(milliseconds: readonly number[]): Times {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99), n: sorted.length };
}

/** Takes turns, so that whatever else the machine does falls on all alike. */
export async function inTurns<K extends string>(
  works: Record<K, () => Promise<unknown>>,
  rounds: number,
  warmUp = 5,
): Promise<Record<K, Times>> {
  // Object.keys forgets the names of its keys; they are those of the works.
  const keys = Object.keys(works) as K[];
  const taken = new Map<K, number[]>(keys.map((key) => [key, []]));
  for (let round = -warmUp; round < rounds; round += 1) {
    for (const key of keys) {
      const began = performance.now();
      await works[key]();
      if (round >= 0) taken.get(key)?.push(performance.now() - began);
    }
  }
  return Object.fromEntries(keys.map((key) => [key, timesOf(taken.get(key) ?? [])])) as Record<K, Times>;
}

/** A table for people and for Markdown alike. */
export function printTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = heads.map((head, k) => Math.max(head.length, ...rows.map((row) => row[k]?.length ?? 0)));
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, k) => (k === 0 ? cell.padEnd(widths[k] ?? 0) : cell.padStart(widths[k] ?? 0))).join(" | ")} |`;
  const rule = `|${widths.map((width, k) => (k === 0 ? "-".repeat(width + 2) : `${"-".repeat(width + 1)}:`)).join("|")}|`;
  return [line(heads), rule, ...rows.map(line)].join("\n");
}

export const ms = (value: number) => value.toFixed(value < 10 ? 1 : 0);
export const times = (value: number) => `${value.toFixed(value < 10 ? 2 : 0)} ×`;
