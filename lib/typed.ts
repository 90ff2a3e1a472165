import { z } from "zod";

const whole = /^\d{1,9}$/;
const decimal = /^[+-]?\d{1,3}(\.\d{1,20})?$/;

const numberLike = (form: RegExp) => (value: unknown) =>
  typeof value === "string" && form.test(value.trim()) ? Number(value) : value;

/** A count as people write it: digits, no powers of ten and no other bases. */
export const count = (least: number, most: number) =>
  z.preprocess(numberLike(whole), z.number().int().min(least).max(most));

/** A longitude or a latitude, within so many degrees of zero. */
export const degrees = (most: number) => z.preprocess(numberLike(decimal), z.number().min(-most).max(most));

/** No more than so many characters, counted as people count them; the refusal says how many there are. */
export const atMost =
  (most: number): z.core.CheckFn<string> =>
  ({ value, issues }) => {
    const length = [...value].length;
    if (length > most) issues.push({ code: "custom", message: "too_long", params: { most, length }, input: value });
  };

/** Control characters but line ends and tabs, and those that turn the direction of reading. */
export const unwanted = /(?![\n\t])[\p{Cc}\p{Bidi_Control}\uFEFF]/gu;
