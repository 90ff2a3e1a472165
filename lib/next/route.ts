import "server-only";
import { randomUUID } from "node:crypto";
import { z } from "zod";
import type { Context } from "../context";
import { Refusal, type RefusalCode } from "../errors";
import { codeOfIssue, valuesOfIssue } from "./action";
import { readAs, write } from "./context";
import { isBusy } from "./deadline";
import { collect } from "./fields";
import { sentence } from "./locale";
import { requireOrigin } from "./origin";

type Handler = (
  request: Request,
  at: { params: Promise<Record<string, string | string[] | undefined>> },
) => Promise<Response>;

/**
 * `action` for machines and files: what is asked for by the address (and the body, where there is one) in the shape of
 * the schema, as whoever is signed in. What `run` answers is sent as it is if it is a Response, else as JSON.
 */
export function route<S extends z.ZodType>(
  schema: S,
  run: (ctx: Context, input: z.output<S>, request: Request) => Promise<unknown>,
  milliseconds?: number,
): Handler {
  return async (request, { params }) => {
    try {
      const reads = request.method === "GET" || request.method === "HEAD";
      if (!reads) await requireOrigin();
      const input = read(schema, { ...(await asked(schema, request, reads)), ...named(await params) });
      const work = (ctx: Context) => run(ctx, input, request);
      const answer = await (reads ? readAs(work, milliseconds) : write(work, milliseconds));
      const response = answer instanceof Response ? answer : Response.json(answer ?? {});
      if (!response.headers.has("cache-control")) response.headers.set("cache-control", "private, no-store");
      return response;
    } catch (error) {
      return refusedWith(error, request);
    }
  };
}

/** What a handler answers instead of an answer: the refusal in words, or that something broke. */
export async function refusedWith(error: unknown, request: Request): Promise<Response> {
  const requestId = randomUUID();
  if (error instanceof Refusal) {
    const { code, reason, values, field } = error;
    const body = { code, message: await sentence(reason, values), ...(field ? { field } : {}), requestId };
    return Response.json(body, { status: field && code === "invalid" ? 422 : statuses[code], headers });
  }
  if (isBusy(error)) {
    return Response.json(
      { code: "busy", message: await sentence("error.busyText"), requestId },
      { status: 503, headers: { ...headers, "retry-after": "5" } },
    );
  }
  const name = error instanceof Error ? error.name : typeof error;
  process.stderr.write(
    `${JSON.stringify({ at: new Date().toISOString(), requestId, path: new URL(request.url).pathname, error: name })}\n`,
  );
  return Response.json({ code: "error", message: await sentence("error.bug"), requestId }, { status: 500, headers });
}

const headers = { "cache-control": "private, no-store" };
const statuses: Record<RefusalCode, number> = {
  invalid: 400,
  unauthenticated: 401,
  forbidden: 403,
  "not-found": 404,
  conflict: 409,
};

async function asked(schema: z.ZodType, request: Request, reads: boolean): Promise<Record<string, unknown>> {
  const byAddress = collect(schema, new URL(request.url).searchParams);
  if (reads) return byAddress;
  const type = request.headers.get("content-type") ?? "";
  try {
    if (type.startsWith("application/json"))
      return { ...byAddress, ...z.record(z.string(), z.unknown()).parse(await request.json()) };
    if (type.includes("form")) return { ...byAddress, ...collect(schema, (await request.formData()).entries()) };
  } catch (error) {
    throw error instanceof Refusal ? error : new Refusal("invalid", "error.unreadable");
  }
  return byAddress;
}

function named(params: Record<string, string | string[] | undefined>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(params ?? {}).filter(([, value]) => value !== undefined));
}

function read<S extends z.ZodType>(schema: S, given: Record<string, unknown>): z.output<S> {
  const parsed = schema.safeParse(given, { error: codeOfIssue });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.code === "unrecognized_keys" ? issue.keys[0] : issue?.path[0];
  const reason = `form.${issue?.message ?? "invalid"}`;
  throw new Refusal("invalid", reason, valuesOfIssue(issue), field === undefined ? null : String(field));
}
