import type { Offer, RefusalCode } from "./errors";

/**
 * What a form hears back. Texts are finished sentences in the language of the reader; `values` and `lists` are what was
 * typed (never a password), so that a refusal loses nothing; `shown` is what may be seen once, as a new password.
 */
export type FormState =
  | { status: "idle" }
  | { status: "done"; shown: Record<string, string> }
  | {
      status: "refused";
      code: RefusalCode;
      reason: string;
      fields: Record<string, string>;
      values: Record<string, string>;
      lists: Record<string, string[]>;
      offers: readonly Offer[];
    };

/** For `useActionState`. */
export type FormAction = (previous: FormState, form: FormData) => Promise<FormState>;

/** The same action for a form that does not look at the answer: a button to sign out, a choice of language. */
export function unheard(action: FormAction): (form: FormData) => Promise<void> {
  // action() and visit() find the form wherever it stands, and what they answer is dropped.
  return action as unknown as (form: FormData) => Promise<void>;
}

export const idle: FormState = { status: "idle" };
