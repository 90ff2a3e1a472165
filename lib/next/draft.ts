import "server-only";
import { cookies } from "next/headers";
import { type Draft, draftCookie, draftDays, draftPath, readDraft, writeDraft } from "../senses/answering/draft";

/** What this browser has kept of the questionnaire it asks for. */
export async function keptDraft(): Promise<Draft> {
  return readDraft((await cookies()).get(draftCookie)?.value);
}

export async function keepDraft(code: string, { marks, words, area }: Draft): Promise<void> {
  const written = writeDraft({ marks, words, area });
  (await cookies()).set(draftCookie, written, { path: draftPath(code), maxAge: draftDays * 86_400, sameSite: "lax" });
}

export async function forgetDraft(code: string): Promise<void> {
  (await cookies()).delete({ name: draftCookie, path: draftPath(code) });
}
