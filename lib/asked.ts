import { z } from "zod";
import { isDay } from "./calendar/zone";

/** Words to look for, from an address, composed as they are stored; what cannot be stored cannot be found either and is left out. */
export const askedText = (most: number) =>
  z
    .string()
    .refine((text) => !text.includes("\0") && text.isWellFormed())
    .normalize("NFC")
    .trim()
    .min(1)
    .max(most)
    .optional()
    .catch(undefined);

/** A day of an address; what is none, or lies before 1950 or after 9998, is left out. */
export const askedDay = z
  .string()
  .refine((text) => isDay(text) && text >= "1950" && text < "9999")
  .optional()
  .catch(undefined);

/** Where a page of a list goes on: an instant that exists and the key of a row; anything else begins at the start. */
export const cursor = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3,6}Z_[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  .refine((text) => isDay(text.slice(0, 10)) && text >= "1950")
  .optional()
  .catch(undefined);
