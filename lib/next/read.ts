import "server-only";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { z } from "zod";
import type { Context } from "../context";
import { Refusal } from "../errors";
import { readAs } from "./context";
import { signInPath } from "./paths";

/**
 * What a page reads, in one transaction of whoever is signed in. Nobody is: on to the sign-in page and back. What lies
 * outside the area or the role of the actor is a page that is not there.
 */
export async function read<T>(work: (ctx: Context) => Promise<T>): Promise<T> {
  try {
    return await readAs(work);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.code === "unauthenticated") redirect(signInPath((await headers()).get("x-path")));
    if (error.code === "not-found" || error.code === "forbidden") notFound();
    throw error;
  }
}

/** The id in the address of a page; a malformed one is a page that is not there. */
export async function idOf(
  params: Promise<Record<string, string | string[] | undefined>>,
  name = "id",
): Promise<string> {
  const read = z.uuid().safeParse((await params)[name]);
  return read.success ? read.data : notFound();
}
