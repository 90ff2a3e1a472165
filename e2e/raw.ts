import { request as send } from "node:http";
import { type APIRequestContext, expect } from "@playwright/test";

export const base = process.env.BASE_URL ?? "http://127.0.0.1:3000";
const traces =
  /\bat (?:async )?[\w.<>]+ \(|node_modules|PostgresError|DrizzleQueryError|Failed query|select "|insert into|\/lib\/|\.tsx?:\d/;

export type Answer = { status: number; text: string };

/** Sends an address as it is written, past every client that would tidy it up. */
export function raw(
  path: string,
  {
    method = "GET",
    headers = {},
    body,
  }: { method?: string; headers?: Record<string, string | string[]>; body?: string | Buffer } = {},
): Promise<Answer> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const asked = send({ hostname, port, path, method, headers, timeout: 10_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    asked.on("timeout", () => asked.destroy(new Error(`${method} ${path} hangs`)));
    asked.on("error", (error) =>
      "code" in error && error.code !== undefined ? resolve({ status: 0, text: "" }) : reject(error),
    );
    asked.end(body);
  });
}

export async function cookieOf(api: APIRequestContext): Promise<string> {
  const { cookies } = await api.storageState();
  return cookies.map(({ name, value }) => `${name}=${value}`).join("; ");
}

/** No stack, no statement, no path of a file, whatever the status. */
export function isQuiet({ status, text }: Answer, what: string): void {
  expect(text, what).not.toMatch(traces);
  expect(status, what).toBeLessThan(600);
}

export const nobodysId = "00000000-0000-7000-8000-000000000000";
