import "server-only";
import { cookies } from "next/headers";
import { z } from "zod";

const sizes = ["normal", "large"] as const;
export type Letters = (typeof sizes)[number];

export const lettersInput = z.strictObject({ letters: z.enum(sizes), back: z.string().max(2000).optional() });

const cookieName = "letters";
const year = 365 * 24 * 3600;

/** The size of type the reader chose in this browser. */
export async function getLetters(): Promise<Letters> {
  return (await cookies()).get(cookieName)?.value === "large" ? "large" : "normal";
}

/** Only where cookies may be set: in actions and handlers. */
export async function setLetters(letters: Letters): Promise<void> {
  (await cookies()).set(cookieName, letters, { path: "/", maxAge: year, sameSite: "lax", httpOnly: true });
}
