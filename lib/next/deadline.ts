import "server-only";
import { codeOf } from "../errors";

/** Told to error.tsx, which says it in the language of the reader. */
const busyDigest = "busy";

export function isBusy(error: unknown): boolean {
  return error instanceof Error && "digest" in error && error.digest === busyDigest;
}

/**
 * Ends the waiting after so many milliseconds by the clock of this process, for a frozen database answers nothing at
 * all. `checkTime` stops work that comes to its turn after nobody waits for it any more.
 */
export async function within<T>(milliseconds: number, work: (checkTime: () => void) => Promise<T>): Promise<T> {
  let late = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const alarm = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      late = true;
      reject(busy());
    }, milliseconds);
  });
  const checkTime = () => {
    if (late) throw busy();
  };
  const running = work(checkTime);
  running.catch(() => {});
  try {
    return await Promise.race([running, alarm]);
  } catch (error) {
    throw isUnreachable(error) ? busy() : error;
  } finally {
    clearTimeout(timer);
  }
}

const busy = () => Object.assign(new Error("the database did not answer in time"), { digest: busyDigest });

const unreachable = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "EHOSTUNREACH",
  "ENOTFOUND",
  "CONNECT_TIMEOUT",
  "CONNECTION_CLOSED",
  "CONNECTION_ENDED",
  "CONNECTION_DESTROYED",
  "53300",
  "57P01",
  "57P02",
  "57P03",
  "57014",
  "55P03",
]);

function isUnreachable(error: unknown): boolean {
  return unreachable.has(codeOf(error) ?? "");
}
