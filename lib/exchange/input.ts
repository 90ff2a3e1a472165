import { z } from "zod";

const mostBytes = 10 * 1024 * 1024;

export const ticked = z.preprocess((value) => value === "on" || value === true, z.boolean());

/** A sheet that is sent by a page: looked at first, and written only where the same was looked at before. */
export const sentSheet = {
  file: z.instanceof(File, { message: "required" }).refine(({ size }) => size <= mostBytes, "too_big"),
  skip: ticked,
  /** The digest of what was looked at. */
  accepted: z.string().max(100).optional(),
};
