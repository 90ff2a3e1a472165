import "server-only";
import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { env } from "../env";
import { Refusal } from "../errors";
import type { Contact } from "./model";

const cipher = "aes-256-gcm";
const [nonceBytes, tagBytes] = [12, 16];

/** AES-256-GCM under a key of the case alone: the same contact sealed for two cases has nothing in common. */
export function seal(caseId: string, contact: Contact): string {
  const nonce = randomBytes(nonceBytes);
  const sealing = createCipheriv(cipher, keyOf(caseId), nonce);
  const text = Buffer.from(JSON.stringify(contact), "utf8");
  // Filled up to whole blocks, so that the length tells nothing.
  const padded = Buffer.concat([text, Buffer.alloc(block - (text.length % block), " ")]);
  const sealed = Buffer.concat([sealing.update(padded), sealing.final()]);
  return `1.${Buffer.concat([nonce, sealing.getAuthTag(), sealed]).toString("base64url")}`;
}

/** Refuses what was sealed for another case or under another key, and what was changed since. */
export function unseal(caseId: string, sealed: string): Contact {
  const [version, text = ""] = sealed.split(".");
  const bytes = Buffer.from(text, "base64url");
  try {
    if (version !== "1") throw new Error("sealed by another version");
    const opening = createDecipheriv(cipher, keyOf(caseId), bytes.subarray(0, nonceBytes));
    opening.setAuthTag(bytes.subarray(nonceBytes, nonceBytes + tagBytes));
    const opened = Buffer.concat([opening.update(bytes.subarray(nonceBytes + tagBytes)), opening.final()]);
    // What the tag vouches for was written by `seal`.
    return JSON.parse(opened.toString("utf8")) as Contact;
  } catch {
    throw new Refusal("conflict", "contact.unreadable");
  }
}

const block = 128;

function keyOf(caseId: string): Uint8Array {
  if (!env.CONTACT_KEY) throw new Refusal("conflict", "contact.noKey");
  return new Uint8Array(hkdfSync("sha256", env.CONTACT_KEY, caseId, "grid133 contact", 32));
}
