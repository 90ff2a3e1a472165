import { codeOf } from "./errors";

/** What PostgreSQL says while the tree is renumbered, and to the victim of a deadlock. */
export const renumbering = "40001";
const deadlock = "40P01";

type Patience = { codes?: readonly string[]; tries?: number };

/** Runs a transaction again where the database took it back for the sake of others; any other refusal comes through at once. */
export async function again<T>(
  work: () => Promise<T>,
  { codes = [renumbering, deadlock], tries = 4 }: Patience = {},
): Promise<T> {
  for (let nth = 1; ; nth += 1) {
    try {
      return await work();
    } catch (error) {
      if (nth === tries || !codes.includes(codeOf(error) ?? "")) throw error;
      await new Promise((go) => setTimeout(go, 20 * nth + Math.random() * 40));
    }
  }
}
