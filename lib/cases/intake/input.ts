import { z } from "zod";
import { channels } from "../model";

/** What a link to the form of a new request may have filled in. */
export const newCaseAsked = z.object({
  channel: z.enum(channels).optional().catch(undefined),
  area: z.uuid().optional().catch(undefined),
});
