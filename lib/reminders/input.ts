import { z } from "zod";

/** When the page was made on which everything up to then was seen. */
export const seeInput = z.strictObject({ until: z.iso.datetime().refine((text) => text >= "1950") });
export type SeeInput = z.output<typeof seeInput>;

/** The local hour of the digest; empty for none. */
export const digestInput = z.strictObject({
  digestHour: z.preprocess((value) => (value === "" ? null : value), z.coerce.number().int().min(0).max(23).nullable()),
});
export type DigestInput = z.output<typeof digestInput>;
