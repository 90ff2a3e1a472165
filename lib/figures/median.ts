/**
 * The median of grouped values, in the units of `edges`: class k holds `counts[k]` values between `edges[k]` and
 * `edges[k + 1]`, spread evenly, and half of all lie on each side of the answer (Yule). When half lie exactly below an
 * empty stretch, its middle. Null when there is no value. Refuses edges that are not finite, rising and one more than the classes.
 */
export function groupedMedian(counts: readonly number[], edges: readonly number[]): number | null {
  checkClasses(counts, edges);
  const half = counts.reduce((sum, count) => sum + count, 0) / 2;
  if (half === 0) return null;
  let below = 0;
  let reached: number | null = null;
  for (const [k, count] of counts.entries()) {
    const [low, high] = [edges[k] ?? 0, edges[k + 1] ?? 0];
    if (count > 0 && reached !== null) return (reached + low) / 2;
    if (below + count > half) return low + ((half - below) / count) * (high - low);
    below += count;
    if (below === half && count > 0) reached = high;
  }
  return reached;
}

/** The middle value, or the mean of the two in the middle, in the units of the values; null when there is none. Refuses what is not a number. */
export function exactMedian(values: readonly number[]): number | null {
  if (values.some(Number.isNaN)) throw new RangeError("not a number among the values");
  const sorted = Float64Array.from(values).sort();
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.ceil(sorted.length / 2) - 1];
  if (upper === undefined || lower === undefined) return null;
  return lower === upper ? upper : lower / 2 + upper / 2;
}

function checkClasses(counts: readonly number[], edges: readonly number[]): void {
  const rising = edges.every((edge, i) => Number.isFinite(edge) && (i === 0 || edge > (edges[i - 1] ?? edge)));
  if (edges.length !== counts.length + 1 || !rising)
    throw new RangeError("classes need finite, rising edges, one more than themselves");
  if (!counts.every((count) => count >= 0 && Number.isFinite(count))) throw new RangeError("counts are amounts");
}
