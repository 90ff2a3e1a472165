import { z } from "zod";
import { isDay } from "../../calendar/zone";

const day = z.string("required").refine((text) => isDay(text) && text >= "1950" && text < "2100", "date");

export const drawInput = z
  .strictObject({ from: day, to: day })
  .refine(({ from, to }) => from <= to, { error: "before_start", path: ["to"] });
export type DrawInput = z.output<typeof drawInput>;
