import "server-only";
import sharp from "sharp";
import { Refusal } from "../errors";
import { longestSide, mostBytes, mostPixels, photoLimits } from "./model";

sharp.cache(false);
sharp.concurrency(1);
sharp.block({ operation: ["VipsForeignLoad"] });
sharp.unblock({ operation: ["VipsForeignLoadJpegBuffer", "VipsForeignLoadPngBuffer", "VipsForeignLoadWebpBuffer"] });

export type Picture = { bytes: Buffer; width: number; height: number };

/**
 * Draws a picture anew, upright and with nothing but its pixels: no place, no device, no preview. What cannot be drawn
 * anew is refused; the bytes that came are never kept.
 */
export async function redraw(given: Buffer): Promise<Picture> {
  if (given.length === 0) throw refused("empty");
  if (given.length > mostBytes) throw refused("tooBig");
  if (!isPicture(given) || isTwoFiles(given)) throw refused("unreadable");
  return inTurn(() => draw(given));
}

async function draw(given: Buffer): Promise<Picture> {
  const head = await sharp(given, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!head) throw refused("broken");
  const { width, height, pages = 1 } = head;
  if (width * height > mostPixels) throw refused("tooManyPixels");
  if (pages > 1) throw refused("unreadable");
  const { data, info } = await sharp(given, { failOn: "error", limitInputPixels: mostPixels })
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: "inside", withoutEnlargement: true })
    .flatten({ background: "#ffffff" })
    .toColourspace("srgb")
    .timeout({ seconds: 20 })
    .jpeg({ quality: 82, mozjpeg: true })
    .toBuffer({ resolveWithObject: true })
    .catch(() => {
      throw refused("broken");
    });
  return { bytes: data, width: info.width, height: info.height };
}

/** By how it begins, whatever its name says: JPEG, PNG or WebP. */
function isPicture(given: Buffer): boolean {
  const [start, form] = [given.toString("latin1", 0, 8), given.toString("latin1", 8, 12)];
  return (
    start.startsWith("\xff\xd8\xff") || start === "\x89PNG\r\n\x1a\n" || (start.startsWith("RIFF") && form === "WEBP")
  );
}

/** A picture that is an archive, a document or a page at the same time was not made by a camera. */
function isTwoFiles(given: Buffer): boolean {
  const archiveEnd = 22 + 65_535;
  return (
    given.subarray(-archiveEnd).includes("PK\x05\x06", 0, "latin1") ||
    given.subarray(0, 1024).includes("%PDF-") ||
    ["<script", "<html", "<?php"].some((mark) => given.includes(mark))
  );
}

function refused(reason: "empty" | "tooBig" | "tooManyPixels" | "unreadable" | "broken"): Refusal {
  return new Refusal("invalid", `photo.${reason}`, photoLimits, "photo");
}

const atOnce = 2;
let drawing = 0;
const waiting: (() => void)[] = [];

/** Two at a time: a large picture takes a second of a processor and a hundred megabytes. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (drawing >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else drawing += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else drawing -= 1;
  }
}
