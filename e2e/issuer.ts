import { createHash, generateKeyPairSync, type KeyObject, randomUUID, sign } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import { text } from "node:stream/consumers";

type Claims = Record<string, unknown>;
/** What the issuer says of whoever comes, and how it differs from what it should say. */
type Saying = { who: Claims; claims?: Claims; header?: Claims };
type Asked = { nonce: string; challenge: string; back: string };

/** An identity provider of our own: whoever comes is let through as the one it was told to vouch for. */
export async function openIssuer(address: string, { id, secret }: { id: string; secret: string }) {
  const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const codes = new Map<string, Asked>();
  let saying: Saying = { who: {} };
  const begin = (url: URL) => {
    const code = randomUUID();
    const given = (name: string) => url.searchParams.get(name) ?? "";
    codes.set(code, { nonce: given("nonce"), challenge: given("code_challenge"), back: given("redirect_uri") });
    const back = new URL(given("redirect_uri"));
    back.search = new URLSearchParams({ code, state: given("state"), iss: address }).toString();
    return back.href;
  };
  const exchange = async (request: IncomingMessage) => {
    const form = new URLSearchParams(await text(request));
    const asked = codes.get(form.get("code") ?? "");
    codes.delete(form.get("code") ?? "");
    const isClient = request.headers.authorization === `Basic ${btoa(`${id}:${secret}`)}`;
    const isSame =
      asked?.challenge === hashOf(form.get("code_verifier") ?? "") && asked.back === form.get("redirect_uri");
    if (!asked || !isClient || !isSame) return null;
    const now = Math.floor(Date.now() / 1000);
    const claims = { iss: address, aud: id, iat: now, exp: now + 60, nonce: asked.nonce, ...saying.who };
    const token = signed({ ...claims, ...saying.claims }, saying.header ?? {}, privateKey);
    return { access_token: randomUUID(), token_type: "Bearer", expires_in: 60, id_token: token };
  };
  const server = createServer(async (request, response) => {
    const url = new URL(request.url ?? "/", address);
    const answer = (body: unknown, status = 200) =>
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/authorize") response.writeHead(302, { location: begin(url) }).end();
    else if (url.pathname === "/token") {
      const tokens = await exchange(request);
      answer(tokens ?? { error: "invalid_grant" }, tokens ? 200 : 400);
    } else if (url.pathname === "/jwks")
      answer({ keys: [{ ...publicKey.export({ format: "jwk" }), kid: "1", alg: "RS256", use: "sig" }] });
    else answer(discovery(address));
  });
  await new Promise<void>((resolve) => server.listen(Number(new URL(address).port), "127.0.0.1", resolve));
  return {
    vouch: (said: Saying) => {
      saying = said;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

const discovery = (issuer: string) => ({
  issuer,
  authorization_endpoint: `${issuer}/authorize`,
  token_endpoint: `${issuer}/token`,
  userinfo_endpoint: `${issuer}/userinfo`,
  jwks_uri: `${issuer}/jwks`,
  response_types_supported: ["code"],
  subject_types_supported: ["public"],
  id_token_signing_alg_values_supported: ["RS256"],
  authorization_response_iss_parameter_supported: true,
});

const hashOf = (verifier: string) => createHash("sha256").update(verifier).digest("base64url");
const encoded = (part: Claims) => Buffer.from(JSON.stringify(part)).toString("base64url");

function signed(claims: Claims, header: Claims, key: KeyObject): string {
  const body = `${encoded({ alg: "RS256", kid: "1", ...header })}.${encoded(claims)}`;
  return `${body}.${header.alg === "none" ? "" : sign("sha256", Buffer.from(body), key).toString("base64url")}`;
}
