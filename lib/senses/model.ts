export const senses = ["gain", "happiness", "security"] as const;
export type Sense = (typeof senses)[number];

/** Asked of a drawn sample, open to whoever came, or read from a file of another survey. */
export const roundModes = ["drawn", "open", "imported"] as const;

/** Fewer answers than this are told as an interval only: no rank, no colour. */
export const firmAnswers = 30;

export const defaultInstrument = { key: "three-senses", version: 1, name: "三感测评" } as const;

/** A result is kept under the name of its sense, or under this with the code of its item. */
export const itemKey = (code: string): string => `item.${code}`;
