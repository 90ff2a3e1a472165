import { statfsSync } from "node:fs";
import { dataDir, root } from "./places.mjs";

const least = 32 * 1024 * 1024;

/** The sentence for a full disk, when that is what an error comes from. */
export function fullDisk(error) {
  const told = error?.code === "ENOSPC" || /ENOSPC|No space left on device|53100/.test(String(error?.message));
  return told || [root, dataDir].some((folder) => room(folder) < least)
    ? "The disk is full: free some space and start again. Nothing is lost."
    : undefined;
}

function room(folder) {
  try {
    const { bavail, bsize, ffree, files } = statfsSync(folder);
    return files > 0 && ffree === 0 ? 0 : bavail * bsize;
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}
