import "server-only";
import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { again } from "../../again";
import { localDay } from "../../calendar/zone";
import type { Visitor } from "../../context";
import { Refusal } from "../../errors";
import type { AskedItem } from "../items";
import { batchCodeLength, isCode, roundCodeLength } from "./codes";
import type { AnswerInput } from "./input";
import { makeThrottle } from "./throttle";

/** What a code opens. */
export type AnswerSheet =
  | { state: "unknown" | "revoked" | "closed" | "used" }
  | { state: "early"; opensOn: string }
  | {
      state: "open";
      round: string;
      mode: "drawn" | "open";
      area: string;
      closesOn: string;
      items: AskedItem[];
      /** Where one may say to live; only in an open round. */
      areas?: { id: string; name: string }[];
    };

/** What is behind a code that was scanned or typed. */
export async function findSheet(visitor: Visitor, code: string): Promise<AnswerSheet> {
  if (!isCode(code)) return { state: "unknown" };
  const today = localDay(visitor.now);
  const [row] = await visitor.transaction((tx) =>
    tx.execute<{ sheet: AnswerSheet }>(
      isRoundCode(code)
        ? sql`select open_sheet(${code}, ${today}) as sheet`
        : sql`select answer_sheet(${code.slice(0, batchCodeLength)}, ${hashOf(code)}, ${today}) as sheet`,
    ),
  );
  return row?.sheet ?? { state: "unknown" };
}

const admit = makeThrottle();

/** Takes an answer; once this returns it is kept. The same form sent twice is one answer. */
export async function giveAnswer(visitor: Visitor, { code, key, area, marks, words }: AnswerInput): Promise<void> {
  if (!isCode(code)) throw refusalOf("unknown");
  const isOpen = isRoundCode(code);
  if (Object.keys({ ...marks, ...words }).length === 0) throw new Refusal("invalid", "answer.empty");
  if (isOpen && area === null) throw new Refusal("invalid", "answer.area", {}, "area");
  if (!admit(visitor.place, isOpen ? "open" : "drawn", visitor.now)) throw new Refusal("forbidden", "answer.tooMany");

  const form = sql`${hashOf(key)}, ${JSON.stringify(marks)}::text::jsonb, ${JSON.stringify(words)}::text::jsonb, ${localDay(visitor.now)}`;
  const call = isOpen
    ? sql`select give_open_answer(${code}, ${area}, ${form}) as state`
    : sql`select give_answer(${code.slice(0, batchCodeLength)}, ${hashOf(code)}, ${form}) as state`;
  const [row] = await again(() => visitor.transaction((tx) => tx.execute<{ state: string }>(call)));
  if (row?.state === "stored") return;
  throw refusalOf(row?.state ?? "unknown");
}

/** Of a code or a key only this is kept: 128 bits of its SHA-256. */
export function hashOf(secret: string): string {
  return createHash("sha256").update(secret).digest("base64url").slice(0, 22);
}

const isRoundCode = (code: string) => code.length === roundCodeLength;

function refusalOf(state: string): Refusal {
  switch (state) {
    case "used":
      return new Refusal("conflict", "answer.used");
    case "revoked":
      return new Refusal("conflict", "answer.revoked");
    case "closed":
      return new Refusal("conflict", "answer.closed");
    case "early":
      return new Refusal("conflict", "answer.early");
    case "elsewhere":
      return new Refusal("invalid", "answer.area", {}, "area");
    case "unfit":
      return new Refusal("invalid", "answer.unfit");
    default:
      return new Refusal("not-found", "answer.unknown");
  }
}
