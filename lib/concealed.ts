const identity = /(?<!\d)[1-9]\d{5}(19|20)\d{2}(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)/g;

/** The number of an identity card leads to a person: wherever it was typed, it is not kept. */
export const withoutIdentities = (text: string): string => text.replace(identity, "*".repeat(18));

const mobile = /(?<!\d)(?:\+?86[ -]?)?1[3-9]\d([ -]?)\d{4}\1\d{4}(?!\d)/g;

/** What residents read may name the telephone of an office, and leads to no person all the same. */
export const withoutMobiles = (text: string): string => withoutIdentities(text).replace(mobile, "*".repeat(11));

const local = "[2-8]\\d{2,3}[ -]?\\d{4}(?!\\d)";
const landlines = [
  new RegExp(`(?<![\\dA-Za-z]-?)(?:\\+?86[ -]?)?[(（]?0(?:10|2\\d|[3-9]\\d{2})[)）]?[ -]?${local}`, "g"),
  new RegExp(
    `(?<=(?:电话|電話|座机|座機|固话|固話|\\btel\\b\\.?|\\bphone\\b)(?:号码|號碼)?[:：是为為\\s]{0,3})${local}`,
    "gi",
  ),
];

/** What is written down about a case leads to nobody: a number to call belongs into the contact, which is sealed. */
export const withoutNumbers = (text: string): string =>
  landlines.reduce((kept, landline) => kept.replace(landline, "*".repeat(11)), withoutMobiles(text));
