import "server-only";
import type { Route } from "next";
import { cookies } from "next/headers";
import NextAuth, { CredentialsSignin, type NextAuthConfig } from "next-auth";
import { decode } from "next-auth/jwt";
import Credentials from "next-auth/providers/credentials";
import { cache } from "react";
import { z } from "zod";
import { withVisitor } from "../../db/index";
import { signInInput } from "../accounts/input";
import { endSession, findAccountOfIdentity, openSession, signInByPassword } from "../accounts/sign-in";
import type { Visitor } from "../context";
import { env } from "../env";
import { Refusal } from "../errors";
import { within } from "./deadline";
import { requestPlace } from "./place";

const secure = env.APP_URL?.startsWith("https:") ?? false;
const sessionCookie = cookieName("session");
const twelveHours = 12 * 3600;
const sessionId = z.uuid();

function cookieName(name: string): string {
  return `${secure ? "__Host-" : ""}grid133.${name}`;
}

const cookie = (name: string) => ({
  name: cookieName(name),
  options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure },
});

export const hasOpenId = Boolean(env.OIDC_ISSUER && env.OIDC_CLIENT_ID && env.OIDC_CLIENT_SECRET);
export const openIdName = env.OIDC_NAME ?? "OpenID Connect";

/** Carries a refusal through next-auth, which knows only its own kind of error. */
class SignInRefused extends CredentialsSignin {
  constructor(readonly refusal: Refusal) {
    super(refusal.reason);
  }
}

export async function visitorNow(): Promise<Visitor> {
  return { place: await requestPlace(), now: new Date(), transaction: (work) => within(3000, () => withVisitor(work)) };
}

const byPassword = Credentials({
  credentials: { login: {}, password: {} },
  authorize: async (given) => {
    try {
      const input = signInInput
        .pick({ login: true, password: true })
        .safeParse({ login: given.login, password: given.password });
      if (!input.success) throw new Refusal("unauthenticated", "signIn.wrong");
      return { id: await signInByPassword(await visitorNow(), input.data, await currentSession()) };
    } catch (error) {
      throw error instanceof Refusal ? new SignInRefused(error) : error;
    }
  },
});

const byOpenId: NextAuthConfig["providers"] = hasOpenId
  ? [
      {
        id: "oidc",
        type: "oidc",
        name: openIdName,
        issuer: env.OIDC_ISSUER ?? "",
        clientId: env.OIDC_CLIENT_ID ?? "",
        clientSecret: env.OIDC_CLIENT_SECRET ?? "",
        checks: ["pkce", "state", "nonce"],
      },
    ]
  : [];

const identity = z.object({
  sub: z.string().min(1).max(255),
  iss: z.string().optional(),
  email: z.string().max(100).nullish(),
  email_verified: z.boolean().nullish(),
});

function identityOf(profile: unknown) {
  const { sub, iss, email, email_verified } = identity.parse(profile);
  const verified = email_verified === true && email ? email.normalize("NFKC").toLowerCase() : null;
  return { subject: `${iss ?? env.OIDC_ISSUER} ${sub}`, email: verified };
}

const auth = NextAuth(() => ({
  ...(env.AUTH_SECRET ? { secret: env.AUTH_SECRET } : {}),
  trustHost: true,
  basePath: "/api/auth",
  session: { strategy: "jwt", maxAge: twelveHours },
  pages: { signIn: "/sign-in", error: "/sign-in" },
  providers: [byPassword, ...byOpenId],
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
  cookies: {
    sessionToken: cookie("session"),
    callbackUrl: cookie("callback"),
    csrfToken: cookie("csrf"),
    pkceCodeVerifier: cookie("pkce"),
    state: cookie("state"),
    nonce: cookie("nonce"),
  },
  callbacks: {
    signIn: async ({ account, profile }) => {
      if (account?.provider !== "oidc") return account?.provider === "credentials";
      const found = await findAccountOfIdentity(await visitorNow(), identityOf(profile));
      return found !== null || "/sign-in?error=unknown";
    },
    jwt: async ({ token, user, account, profile }) => {
      if (account?.provider === "credentials") return { sid: user.id ?? null };
      if (account?.provider !== "oidc") return { sid: token.sid ?? null };
      const visitor = await visitorNow();
      const found = await findAccountOfIdentity(visitor, identityOf(profile));
      if (!found) throw new Error("the account was there a moment ago");
      return { sid: await openSession(visitor, found, await currentSession()) };
    },
  },
}));

export const { handlers, signIn: startSignIn, signOut: dropCookie } = auth;

/** The session this browser says it has. Whether it still holds, only the database knows. */
export const currentSession = cache(async (): Promise<string | null> => {
  const token = (await cookies()).get(sessionCookie)?.value;
  if (!token || !env.AUTH_SECRET) return null;
  try {
    const read = await decode({ token, secret: env.AUTH_SECRET, salt: sessionCookie });
    return sessionId.safeParse(read?.sid).data ?? null;
  } catch {
    return null;
  }
});

/** Signs in by password, or throws the refusal. */
export async function signInHere(input: { login: string; password: string }): Promise<void> {
  try {
    await startSignIn("credentials", { ...input, redirect: false });
  } catch (error) {
    throw error instanceof SignInRefused ? error.refusal : error;
  }
}

/** The address at the identity provider where signing in begins. */
export async function openIdStart(back: Route): Promise<Route> {
  // The address is another site's; `redirect` takes it as it is.
  return (await startSignIn("oidc", { redirect: false, redirectTo: back })) as Route;
}

/** Ends the session of this browser and forgets its cookie. */
export async function signOutHere(): Promise<void> {
  const session = await currentSession();
  if (session) await endSession(await visitorNow(), session);
  await dropCookie({ redirect: false });
}
