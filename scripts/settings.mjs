import { Stop } from "./processes.mjs";

/** The address of the PostgreSQL to use, if one is given. */
export function givenAddress() {
  for (const name of ["DATABASE_URL", "DATABASE_STAFF_URL", "DATABASE_VISITOR_URL"]) {
    const address = process.env[name];
    if (address && !leadsToDatabase(address))
      throw new Stop(`${name} is an address such as postgres://login:password@host:5432/database.`);
  }
  return process.env.DATABASE_URL || undefined;
}

const leadsToDatabase = (address) =>
  /^postgres(ql)?:\/\/./.test(address) && URL.canParse(address) && /^\/.+/.test(decoded(new URL(address).pathname));

function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return "";
  }
}

/** What is set by half or wrongly would show only when somebody signs in. */
export function checkAddresses() {
  const { APP_URL, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = process.env;
  if (APP_URL && !/^https?:$/.test(protocolOf(APP_URL)))
    throw new Stop("APP_URL is the address that people type, such as https://grid.example.gov.cn.");
  const openId = [OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET].filter(Boolean);
  if (openId.length === 1 || openId.length === 2)
    throw new Stop("Signing in by OpenID Connect needs OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET together.");
  if (OIDC_ISSUER && !isTrusted(OIDC_ISSUER))
    throw new Stop("OIDC_ISSUER is an address with https: whoever stands between could sign in as anybody.");
}

const protocolOf = (address) => (URL.canParse(address) ? new URL(address).protocol : "");

function isTrusted(address) {
  const isNear = () => ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
  return protocolOf(address) === "https:" || (protocolOf(address) === "http:" && isNear());
}
