import type { areas } from "../../db/schema/areas";
import type { AreaRange } from "./model";

/** A part of the tree by its first and last position or, within a question about areas, that of each of them. */
export type Reach = AreaRange | Pick<typeof areas, "pos" | "last">;
