import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { BoardView } from "../../lib/board/model";
import zh from "../../messages/zh-CN.json";
import { CategoryMix, ChannelMix } from "./mix-panel";
import { wordsOf } from "./words";

const counts = { n: 10, share: 1, before: 4, lastYear: 17, href: "/cases" };
const view = {
  categories: [{ key: "0202", ...counts }],
  channels: [{ key: "visit", ...counts }],
} as unknown as BoardView;

test.each([
  ["before", "+6"],
  ["lastYear", "−7"],
] as const)(
  "the change of a category and of a channel is against what the board is compared with: %s",
  (against, change) => {
    const props = { view, against, words: wordsOf("zh-CN", zh) };
    for (const table of [createElement(CategoryMix, { ...props, categoryNames: {} }), createElement(ChannelMix, props)])
      expect(renderToStaticMarkup(table)).toContain(`>${change}<`);
  },
);
