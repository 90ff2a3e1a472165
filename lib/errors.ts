export const refusalCodes = ["invalid", "unauthenticated", "forbidden", "not-found", "conflict"] as const;
export type RefusalCode = (typeof refusalCodes)[number];

/** A way on that a refusal offers: a value for a field, or a page. The label is a finished text, as a title is. */
export type Offer = { name: string; value: string; label: string; href: string };

/** An expected no. `reason` is a key of the messages; everything else that is thrown is a bug. */
export class Refusal extends Error {
  constructor(
    readonly code: RefusalCode,
    readonly reason: string,
    readonly values: Record<string, string | number> = {},
    readonly field: string | null = null,
  ) {
    super(reason);
  }

  offers: readonly Offer[] = [];

  offering(offers: readonly Offer[]): this {
    this.offers = offers;
    return this;
  }
}

/** The code that PostgreSQL or the network gave an error, also where drizzle has wrapped it. */
export function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ("code" in error && typeof error.code === "string") return error.code;
  return codeOf(error.cause);
}
