import { expect, test } from "vitest";
import { noDraft, readDraft, writeDraft } from "./draft";

test("a draft comes back as it was kept, in letters that a cookie may have", () => {
  const draft = { marks: { G1: 4, "O.gain": 10 }, words: { T1: "楼道的灯，请修一修 ✓" }, area: "a" };
  const written = writeDraft(draft);
  expect(written).toMatch(/^[\w-]+$/);
  expect(readDraft(written)).toEqual(draft);
});

test("what is too long for a cookie is kept without its words, and what is no draft is none", () => {
  const long = Object.fromEntries(Array.from({ length: 9 }, (_, n) => [`T${n}`, "灯".repeat(200)]));
  expect(readDraft(writeDraft({ marks: { G1: 4 }, words: long, area: null }))).toEqual({
    ...noDraft,
    marks: { G1: 4 },
  });
  for (const wrong of [undefined, "", "x", "%%%", btoa("[]"), btoa("null"), btoa('{"m":{"G1":"4"},"w":7}')])
    expect(readDraft(wrong)).toEqual(noDraft);
});
