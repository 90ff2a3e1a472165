import { z } from "zod";

const blankAsUnset = (value: string | undefined) => (value === "" ? undefined : value);
const optional = z.preprocess((value) => (value === "" ? undefined : value), z.string().optional());

/** Read late, so that a build needs no database. */
export function databaseUrl(login: "owner" | "staff" | "visitor"): string {
  const name = { owner: "DATABASE_URL", staff: "DATABASE_STAFF_URL", visitor: "DATABASE_VISITOR_URL" }[login];
  const url = blankAsUnset(process.env[name]);
  if (!url) throw new Error(`${name} is not set; start with "npm start"`);
  return url;
}

/** The driver takes the name of a database as an address writes it; here %20 is a blank. */
export const databaseName = (url: string): string => decodeURIComponent(new URL(url).pathname.slice(1));

export const env = z
  .object({
    AUTH_SECRET: optional,
    /** Seals how to reach residents; the database never sees it. */
    CONTACT_KEY: optional,
    APP_URL: optional,
    START_TOKEN: optional,
    OIDC_ISSUER: optional,
    OIDC_CLIENT_ID: optional,
    OIDC_CLIENT_SECRET: optional,
    OIDC_NAME: optional,
    /** How many proxies stand before the app; their entries in X-Forwarded-For are believed, no others. */
    TRUSTED_PROXIES: z.preprocess(
      (value) => (value === "" ? undefined : value),
      z.coerce.number().int().min(0).max(9).default(0),
    ),
    DATABASE_STAFF_URL: optional,
    DATABASE_VISITOR_URL: optional,
    /** Where the passwords of the logins and the cursors' key are kept. */
    DATA_DIR: z.preprocess((value) => value || ".data", z.string()),
    /** Where photos are kept; beside the database's other files where it is not set. */
    PHOTO_DIR: optional,
    DEBUG: optional,
    /** Set where everything is checked: tests then try more. */
    CI: optional,
    /** The bench may see the page that holds nothing but the frame. */
    BENCH: optional,
  })
  .parse(process.env);
