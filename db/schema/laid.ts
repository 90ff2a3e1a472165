import { bigint, pgTable, text } from "drizzle-orm/pg-core";

/** How often each part of what is laid down has changed; `enter` tells the sum, `db/held.ts` goes by it. */
export const laidVersions = pgTable("laid_versions", {
  what: text().primaryKey(),
  version: bigint({ mode: "number" }).notNull(),
}).enableRLS();
