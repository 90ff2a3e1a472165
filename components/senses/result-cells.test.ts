import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { Change } from "../../lib/board/model";
import zh from "../../messages/zh-CN.json";
import { wordsOf } from "../board/words";
import { ChangeCell } from "./result-cells";

const told = (change: Change, together = true) =>
  renderToStaticMarkup(createElement(ChangeCell, { change, together, words: wordsOf("zh-CN", zh) }));

test("an interval without zero beside “no clear change” says that it was corrected for many areas", () => {
  const why = "多个区域一起比，校正后不明显";
  expect(told({ direction: "unclear", difference: 6.7, interval: [0.4, 13.1] })).toContain(why);
  expect(told({ direction: "unclear", difference: -6.5, interval: [-12.9, -0.2] })).toContain(why);
  expect(told({ direction: "unclear", difference: 6.7, interval: [0.4, 13.1] }, false)).not.toContain(why);
  expect(told({ direction: "unclear", difference: 1, interval: [-3, 5] })).not.toContain(why);
  expect(told({ direction: "up", difference: 6.7, interval: [0.4, 13.1] })).not.toContain(why);
});
