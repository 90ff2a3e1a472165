import { encode } from "next-auth/jwt";
import { withOperator } from "../../../cli/context";
import { env } from "../../env";
import { Refusal } from "../../errors";
import type { FormState } from "../../form-state";
import { idle } from "../../form-state";
import { action } from "../../next/action";
import { route } from "../../next/route";
import type { Attempt } from "./attempt";
import type { Person } from "./world";

/** `passed` says that no lock held: what then stands in the way is the state of things. */
export type Outcome = "passed" | "forbidden" | "not-found" | `broke: ${string}`;
type Way = (person: Person, attempt: Attempt, fields: Record<string, string>) => Promise<Outcome>;

export const ways: Record<string, Way> = {
  action: async (_person, attempt, fields) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    const send = attempt.action ?? action(attempt.schema, plain(attempt));
    return outcomeOf(() => send(idle, form));
  },
  handler: async (_person, attempt, fields) => {
    const answer = await route(attempt.schema, plain(attempt))(
      new Request("http://here.test/api/x", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(fields),
      }),
      { params: Promise.resolve({}) },
    );
    if (answer.ok || answer.status === 409 || answer.status === 422) return "passed";
    return answer.status === 403 ? "forbidden" : answer.status === 404 ? "not-found" : `broke: ${await answer.text()}`;
  },
  "command line": (person, attempt, fields) =>
    outcomeOf(() => withOperator(person.login, (ctx) => plain(attempt)(ctx, attempt.schema.parse(fields)))),
};

/** A verb whose answer nobody looks at. */
function plain({ run }: Attempt): (ctx: Parameters<Attempt["run"]>[0], input: unknown) => Promise<void> {
  return async (ctx, input) => {
    // The schema of the attempt has read it.
    await run(ctx, input as never);
  };
}

async function outcomeOf(work: () => Promise<FormState | void>): Promise<Outcome> {
  try {
    const state = await work();
    return state?.status === "refused" ? refusedAs(state.code, state.reason) : "passed";
  } catch (error) {
    if (error instanceof Refusal) return refusedAs(error.code, error.reason);
    if (digestOf(error).startsWith("NEXT_REDIRECT")) return "passed";
    return `broke: ${error instanceof Error ? error.message : String(error)}`;
  }
}

function refusedAs(code: Refusal["code"], reason: string): Outcome {
  if (code === "forbidden" || code === "not-found") return code;
  return code === "unauthenticated" ? `broke: ${reason}` : "passed";
}

/** Whether a page shows itself, or answers as one that is not there does, or leads elsewhere. */
export async function lookAt(page: () => Promise<unknown>): Promise<"shown" | "hidden" | `broke: ${string}`> {
  try {
    await page();
    return "shown";
  } catch (error) {
    const digest = digestOf(error);
    if (digest === "NEXT_HTTP_ERROR_FALLBACK;404" || digest.startsWith("NEXT_REDIRECT")) return "hidden";
    return `broke: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;
  }
}

function digestOf(error: unknown): string {
  return error instanceof Error && "digest" in error ? String(error.digest) : "";
}

/** The cookie of a session, as next-auth would have set it. */
export function cookieOf({ sessionId }: Person): Promise<string> {
  return encode({ token: { sid: sessionId }, secret: env.AUTH_SECRET ?? "", salt: "grid133.session" });
}
