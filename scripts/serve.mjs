import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { join } from "node:path";
import { next } from "./build.mjs";
import { sleep } from "./locks.mjs";
import { root } from "./places.mjs";
import { begin, Stop } from "./processes.mjs";

const withParent = join(root, "scripts/end-with-parent.mjs");

/** A page leaves some megabytes that die young: with room for them less is copied, and a board takes a fifth less. */
const youngRoom = "--max-semi-space-size=32";

/** Starts the built application, or the one that follows the sources, and waits until it is this one that answers. */
export async function serve({ port, env, dev = false }) {
  const token = randomBytes(12).toString("hex");
  const args = [...(dev ? [] : [youngRoom, "--import", withParent]), next, dev ? "dev" : "start", "-p", String(port)];
  const NODE_ENV = dev ? "development" : "production";
  const app = begin(process.execPath, args, {
    cwd: root,
    env: { ...env, START_TOKEN: token, NODE_ENV },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const isGone = () => app.exitCode !== null || app.signalCode !== null;
  for (let i = 0; i < 1200; i++) {
    if (isGone()) throw new Stop(`The server ended before it answered on port ${port}.`);
    if (await answers(port, token)) return { app, gone: app.done };
    await sleep(50);
  }
  throw new Stop("The server did not answer within a minute.");
}

async function answers(port, token) {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/health`, { signal: AbortSignal.timeout(10_000) });
    return answer.ok && (await answer.json()).token === token;
  } catch {
    return false;
  }
}

/** Why a port cannot be had, or nothing. */
export function whyNot(port) {
  return new Promise((resolve) => {
    const server = createServer().once("error", (error) => resolve(error.code));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}

export function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().once("error", reject);
    server.listen(0, () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
