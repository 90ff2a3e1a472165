import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { randomFrom } from "./random";
import { drawScene, lookOf, scenes } from "./scenes";

test.each(scenes)("a %s looks the same for the same seed, and another mended", async (scene) => {
  const drawn = async (seed: string, isMended: boolean) =>
    createHash("sha256")
      .update(await drawScene(scene, isMended, lookOf(randomFrom(seed))))
      .digest("hex");
  expect(await drawn("133", false)).toBe(await drawn("133", false));
  expect(await drawn("133", true)).not.toBe(await drawn("133", false));
  expect(await drawn("134", false)).not.toBe(await drawn("133", false));
});
