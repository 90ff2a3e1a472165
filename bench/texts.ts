/** What is asked for, and how rarely; looked through from the top, and the last is what everybody asks. */
const told: { every: number; title: string; body: string }[] = [
  { every: 20_000, title: "鹦鹉飞走了，请帮忙找", body: "绿色的，会说话，昨天傍晚从阳台飞走。" },
  { every: 2_000, title: "下水道堵了，有蟑螂", body: "厨房的水退不下去，管道里爬出虫子。" },
  { every: 200, title: "树枝断落，挡住门口", body: "昨夜大风，槐树的枝条断了，压在门上。" },
  { every: 70, title: "电梯停运，请派人来看", body: "一号梯停在七楼两天，老人下不来楼。" },
];
const usual = {
  title: "楼道灯不亮，请派人来看",
  body: "三单元二楼到三楼之间的灯坏了两天，老人上下楼看不清台阶。",
};

/** SQL that gives the request with number `i` its title, or its body. */
export function textOf(part: "title" | "body"): string {
  const rare = told.map((text, k) => `when i % ${text.every} = ${3 + k} then '${text[part]}'`);
  return `case ${rare.join(" ")} else '${usual[part]}' end`;
}

/** What is looked for: by a common and a rare character, characters between, two words, words that stand nowhere. */
export const askedFor = {
  "a common character": "灯",
  "a character of 0.5 %": "枝",
  "a rare character": "鹦",
  "two words": "电梯 停运",
  "two words, one of them common": "灯 三单元",
  "words of 0.05 %": "蟑螂",
  "a character that stands nowhere": "龘",
} as const;
export type Asked = keyof typeof askedFor;
