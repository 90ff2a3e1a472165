import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { SenseFigure } from "../../lib/board/model";
import { nothing } from "../../lib/senses/queries";
import zh from "../../messages/zh-CN.json";
import { SenseTile } from "./sense-tile";
import { wordsOf } from "./words";

const shownOf = (mode: "open" | "drawn", more: Partial<SenseFigure> = {}) => {
  const round = { id: "r", name: "十一月测评", closedOn: "2026-11-20", mode };
  const told = { ...nothing("gain"), state: "ok" as const, value: 70, denominator: 120, round, href: null, ...more };
  return renderToStaticMarkup(createElement(SenseTile, { sense: told, words: wordsOf("zh-CN", zh) }));
};

test("a sense that anybody could answer for says that it does not stand for all; one of a drawn sample does not", () => {
  expect(shownOf("open")).toContain("不代表全体");
  expect(shownOf("drawn")).not.toContain("不代表全体");
});

test("a line that breaks further back says why, once there is a line", () => {
  const spark = [60, 62, null, 64, 66];
  expect(shownOf("drawn", { spark, broken: true })).toContain("线断开处");
  for (const more of [
    { spark, broken: false },
    { spark: [60, null, 64], broken: true },
  ])
    expect(shownOf("drawn", more)).not.toContain("线断开处");
});
