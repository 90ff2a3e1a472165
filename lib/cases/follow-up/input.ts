import { z } from "zod";
import { day } from "../../calendar/input";

export const drawInput = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { error: "before_start", path: ["to"] });
export type DrawInput = z.output<typeof drawInput>;
