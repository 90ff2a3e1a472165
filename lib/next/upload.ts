import "server-only";
import { z } from "zod";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { codeOfIssue, valuesOfIssue } from "./action";
import { readAs, write } from "./context";
import { collect } from "./fields";
import { requireOrigin } from "./origin";
import { refusedWith } from "./route";

type Handler = (request: Request, at: { params: Promise<{ id: string }> }) => Promise<Response>;

type Upload<S extends z.ZodType, R> = {
  /** So many bytes at most, with what a form puts around them. */
  most: number;
  /** Asked before a byte is read. */
  check: (ctx: Context, at: { id: string }) => Promise<unknown>;
  /** Work on the file, outside any transaction. */
  prepare: (input: z.output<S>) => Promise<R>;
  run: (ctx: Context, ready: R) => Promise<Record<string, unknown> | void>;
  /** Where a form that was sent without a script goes on to, with the reason of a refusal. */
  back: (id: string, refused: string | null) => string;
};

/** A form with a file in it: who, whether, then the bytes, then the verb. A script hears JSON, a page is led back. */
export function upload<S extends z.ZodType, R>(schema: S, { most, check, prepare, run, back }: Upload<S, R>): Handler {
  return async (request, { params }) => {
    const { id } = await params;
    const leads = request.headers.get("sec-fetch-mode") === "navigate";
    try {
      await requireOrigin();
      if (!z.uuid().safeParse(id).success) throw new Refusal("not-found", "error.refused");
      await readAs((ctx) => check(ctx, { id }));
      const ready = await prepare(read(schema, { ...collect(schema, await formOf(request, most)), id }));
      const answer = await write((ctx) => run(ctx, ready));
      return leads ? see(back(id, null)) : Response.json(answer ?? {});
    } catch (error) {
      if (leads && error instanceof Refusal && error.code !== "unauthenticated") return see(back(id, error.reason));
      return refusedWith(error, request);
    }
  };
}

const see = (location: string) => new Response(null, { status: 303, headers: { location } });

async function formOf(request: Request, most: number): Promise<FormData> {
  if (Number(request.headers.get("content-length") ?? 0) > most) throw new Refusal("invalid", "form.too_big");
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > most) throw new Refusal("invalid", "form.too_big");
    parts.push(part);
  }
  const type = request.headers.get("content-type") ?? "";
  return await new Response(new Blob(parts), { headers: { "content-type": type } }).formData().catch(() => {
    throw new Refusal("invalid", "error.unreadable");
  });
}

function read<S extends z.ZodType>(schema: S, given: Record<string, unknown>): z.output<S> {
  const parsed = schema.safeParse(given, { error: codeOfIssue });
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new Refusal(
    "invalid",
    `form.${issue?.message ?? "invalid"}`,
    valuesOfIssue(issue),
    String(issue?.path[0] ?? ""),
  );
}
