import { existsSync, readFileSync, realpathSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run, Stop, say } from "./processes.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const usual = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe",
];

/** A Chromium of this machine; on Debian, as root, its packages are installed when there is none. */
export async function ensureBrowser() {
  const found = given() ?? (await playwrights()) ?? onPath() ?? usual.find((place) => existsSync(place));
  if (found) return found;
  if (isDebian() && process.getuid?.() === 0) return installed();
  throw new Stop("The browser tests need Chromium or Chrome: install one, or set CHROMIUM_PATH to it.");
}

function given() {
  const place = process.env.CHROMIUM_PATH;
  if (place && !existsSync(place)) throw new Stop(`CHROMIUM_PATH names no file: ${place}`);
  return place || undefined;
}

async function playwrights() {
  const { chromium } = await import("@playwright/test");
  const place = chromium.executablePath();
  return place && existsSync(place) ? place : undefined;
}

/** A snap is a stub that cannot be driven. */
function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  const places = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return places.find((place) => existsSync(place) && !realpathSync(place).includes("/snap"));
}

function isDebian() {
  return existsSync("/etc/os-release") && /^ID=debian$/m.test(readFileSync("/etc/os-release", "utf8"));
}

async function installed() {
  say("Installing Chromium and a Chinese font from the packages of Debian");
  const aptGet = (...words) =>
    run("apt-get", ["-o", "DPkg::Lock::Timeout=300", "-q", ...words], { env: { DEBIAN_FRONTEND: "noninteractive" } });
  await aptGet("update");
  const { code } = await aptGet("install", "-y", "--no-install-recommends", "chromium", "fonts-noto-cjk");
  const found = onPath();
  if (code === 0 && found) return found;
  throw new Stop("Chromium could not be installed from the packages of Debian: install it, or set CHROMIUM_PATH.");
}
