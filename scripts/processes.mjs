import { spawn } from "node:child_process";
import { fullDisk } from "./disk.mjs";
import { readIf } from "./places.mjs";

const began = performance.now();
const children = new Set();
const endings = [];
let ending;

/** What the person is told; the command line keeps stdout for the command's own words. */
export const voice = { out: process.stdout };

export const seconds = (since = began) => ((performance.now() - since) / 1000).toFixed(1);
export const say = (text) => voice.out.write(`${seconds().padStart(6)} s  ${text}\n`);

/** An expected end: one sentence for the person, no stack. */
export class Stop extends Error {}

export const atEnd = (work) => endings.push(work);
export const isEnding = () => ending !== undefined;

/** Runs a script: signals, lost parents and failures all end it the same orderly way. */
export async function main(work, { interrupted = 1 } = {}) {
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void end(interrupted));
  for (const event of ["uncaughtException", "unhandledRejection"]) process.on(event, (error) => void failed(error));
  endWithNpm(interrupted);
  try {
    const code = await work();
    if (code !== undefined) await end(code);
  } catch (error) {
    await failed(error);
  }
}

/** npm does not pass SIGTERM on, and a kill reaches it alone: when it is gone, or the shell between us, stop too. */
function endWithNpm(code) {
  if (!process.env.npm_lifecycle_event) return;
  const [parent, above] = [process.ppid, parentOf(process.ppid)];
  const isLeft = () => process.ppid !== parent || parentOf(parent) !== above;
  setInterval(() => isLeft() && void end(code), 300).unref();
}

/** Known where the system tells of processes in files, as Linux does. */
function parentOf(pid) {
  const told = readIf(`/proc/${pid}/stat`);
  return told?.slice(told.lastIndexOf(")") + 2).split(" ")[1];
}

async function failed(error) {
  if (!isEnding()) {
    const sentence = fullDisk(error) ?? explained(error);
    if (sentence) console.error(`\n${sentence}`);
  }
  await end(1);
}

function explained(error) {
  if (error instanceof Stop) return error.message;
  if (["EACCES", "EPERM", "EROFS"].includes(error?.code))
    return `No permission to write ${error.path ?? "here"}: start as the user who owns this folder.`;
  return error?.stack ?? String(error);
}

export function end(code) {
  ending ??= finish(code);
  return ending;
}

async function finish(code) {
  await Promise.all([...children].map(stop));
  for (const work of endings.reverse()) await work().catch((error) => console.error(error));
  process.exit(code);
}

/** A child in its own process group, so that Ctrl-C reaches this script first; `shared` leaves it the terminal. */
export function begin(command, args, { env, shared = false, ...options } = {}) {
  const detached = !shared && process.platform !== "win32";
  const child = spawn(command, args, { stdio: "inherit", detached, ...options, env: { ...process.env, ...env } });
  child.done = new Promise((resolve) => {
    child.once("error", (error) => resolve({ code: 127, error }));
    child.once("close", (code, signal) => resolve({ code: code ?? 1, signal }));
  });
  children.add(child);
  void child.done.then(() => children.delete(child));
  return child;
}

/** Runs to the end and answers its code and, where its streams are pipes, what it printed. */
export async function run(command, args, options) {
  const child = begin(command, args, options);
  options?.onBegin?.(child);
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text) => {
      output += text;
      options.onOutput?.(text);
    });
  }
  const { code, error } = await child.done;
  if (isEnding()) await new Promise(() => {});
  return { code, output: error ? String(error.message) : output };
}

export const node = (args, options) => run(process.execPath, args, options);
export const piped = { stdio: ["ignore", "pipe", "pipe"] };

export async function stop(child) {
  signal(child, "SIGTERM");
  const timer = setTimeout(() => signal(child, "SIGKILL"), 10_000);
  await child.done;
  clearTimeout(timer);
}

function signal(child, name) {
  try {
    if (child.spawnargs && process.platform !== "win32" && child.pid) process.kill(-child.pid, name);
    else child.kill(name);
  } catch {
    child.kill(name);
  }
}

/** Tells every few seconds that a silent step still goes on. */
export async function withProgress(describe, work, every = 5) {
  const since = performance.now();
  const timer = setInterval(() => say(`  … ${describe(Math.round((performance.now() - since) / 1000))}`), every * 1000);
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
