import { z } from "zod";
import { isDay } from "./zone";

/** Whether the text is a day that records and questions may speak of, written YYYY-MM-DD. */
export const isLikelyDay = (text: string): boolean => isDay(text) && text >= "1950" && text < "2100";

export const day = z.string("required").refine(isLikelyDay, "date");
