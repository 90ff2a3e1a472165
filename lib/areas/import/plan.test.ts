import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readTable } from "../../exchange/table";
import { decodeText } from "../../exchange/text";
import { type KnownArea, knownTree } from "../known";
import { type CodeScheme, plainName } from "../model";
import { readDecisions } from "./decisions";
import { planAreas } from "./plan";
import type { AreaPlan } from "./planning";
import { readAreaSheet } from "./sheet";

/** A tree in memory that plans are written into, as the database would. */
function world() {
  const root = area({ id: "root", level: "country", name: "全国", parentId: null });
  const known = new Map([[root.id, root]]);
  const names = new Map<string, string>();
  let next = 0;
  const plan = (text: string, scheme: CodeScheme = "nbs", decide = ""): AreaPlan & { read: number } => {
    const table = readTable(text);
    const { entries, rejections } = readAreaSheet(table, scheme);
    const view = [...known.values()].map((one) => seenIn(one, scheme, names));
    const decisions = decide === "" ? new Map() : readDecisions(readTable(decide), scheme);
    const tree = knownTree(view, view[0] ?? root);
    const made = planAreas(entries, { tree, scheme, decisions, newId: () => `n${++next}` });
    return { ...made, rejections: [...rejections, ...made.rejections], read: table.rows.length };
  };
  const apply = (text: string, scheme: CodeScheme = "nbs", decide = "") => {
    const made = plan(text, scheme, decide);
    for (const added of made.adds) known.set(added.id, area(added));
    for (const { areaId, parentId } of made.moves) change(known, areaId, { parentId });
    for (const { areaId, code, name } of made.codes) {
      change(known, areaId, { allCodes: [...(known.get(areaId)?.allCodes ?? []), `${scheme}:${code}`] });
      if (name !== null) names.set(`${scheme}:${code}`, name);
    }
    return made;
  };
  const find = (code: string) => [...known.values()].find(({ allCodes }) => allCodes.includes(code));
  const pathOf = (code: string) => {
    const names: string[] = [];
    for (let at = find(code); at; at = known.get(at.parentId ?? "")) names.unshift(at.name);
    return names.join("/");
  };
  return { plan, apply, find, pathOf, size: () => known.size };
}

function area(given: Pick<KnownArea, "id" | "level" | "name" | "parentId"> & Partial<KnownArea>): KnownArea {
  return {
    pos: 0,
    plainName: plainName(given.name),
    kind: null,
    households: null,
    residents: null,
    code: null,
    codeName: null,
    otherSchemes: [],
    allCodes: [],
    ...given,
  };
}

function seenIn(one: KnownArea, scheme: CodeScheme, names: Map<string, string>): KnownArea {
  const own = one.allCodes.find((code) => code.startsWith(`${scheme}:`));
  const others = one.allCodes.filter((code) => !code.startsWith(`${scheme}:`)).map((code) => code.split(":")[0]);
  const otherSchemes = (["nbs", "mca", "local"] as const).filter((known) => others.includes(known));
  return { ...one, code: own?.slice(scheme.length + 1) ?? null, codeName: names.get(own ?? "") ?? null, otherSchemes };
}

function change(known: Map<string, KnownArea>, id: string, set: Partial<KnownArea>): void {
  const before = known.get(id);
  if (before) known.set(id, { ...before, ...set });
}

const reasons = ({ rejections }: AreaPlan) => rejections.map(({ line, reason }) => `${line} ${reason}`);
const counts = ({ adds, changed, same, skipped, rejections }: AreaPlan) => [
  adds.length,
  changed,
  same,
  skipped,
  rejections.length,
];

test("order, padding and the name of a column do not matter, and the parent may be told by the code", () => {
  const { apply, pathOf } = world();
  expect(
    counts(
      apply(
        "名称,统计用区划代码\n金元社区,520115007005\n金阳街道,520115007000\n观山湖区,520115\n贵阳市,5201\n贵州省,52\n",
      ),
    ),
  ).toEqual([5, 0, 0, 0, 0]);
  expect(pathOf("nbs:520115007005")).toBe("全国/贵州省/贵阳市/观山湖区/金阳街道/金元社区");
});

test.each([
  ["level,1,2", "code,name,level\n520000,贵州省,1\n520100,贵阳市,2\n"],
  ["from nought", "code,name,deep\n520000,贵州省,0\n520100,贵阳市,1\n"],
  ["words", "代码,名称,级别\n520000,贵州省,省级\n520100,贵阳市,地级市\n"],
])("levels are understood: %s", (_, text) => {
  expect(
    world()
      .plan(text)
      .adds.map(({ level }) => level),
  ).toEqual(["province", "city"]);
});

test("a parent may be given by name, and levels may be skipped", () => {
  const { apply, pathOf } = world();
  apply("代码,名称,层级,上级\nJD,金阳街道,街道,\nG1,第一网格,网格,金阳\n", "local");
  expect(pathOf("local:G1")).toBe("全国/金阳街道/第一网格");
});

test("the layer 市辖区 of a municipality is no place of its own", () => {
  const { apply, pathOf } = world();
  const made = apply(
    "code,name,level,parent_code\n110000,北京市,province,\n110100,市辖区,city,110000\n110101,东城区,county,110100\n",
  );
  expect(counts(made)).toEqual([2, 0, 0, 1, 0]);
  expect(pathOf("nbs:110101")).toBe("全国/北京市/东城区");
});

test("a layer that stands between a city and its streets is no place of its own either", () => {
  const { apply, pathOf } = world();
  const head = "code,name,level,parent_code\n620000,甘肃省,province,\n620200,嘉峪关市,prefecture,620000\n";
  const made = apply(
    `${head}620201,市辖区,county,620200\n620201001,雄关街道,township,620201\n440000,广东省,province,\n441900,东莞市,prefecture,440000\n441900,东莞市,county,441900\n441900003,东城街道,township,441900\n`,
  );
  expect(counts(made)).toEqual([6, 0, 0, 2, 0]);
  expect(pathOf("nbs:620201001")).toBe("全国/甘肃省/嘉峪关市/雄关街道");
  expect(pathOf("nbs:441900003")).toBe("全国/广东省/东莞市/东城街道");
});

test("a list of grids that does not say where their communities lie finds those that stand", () => {
  const { apply, plan } = world();
  const head = "code,name,level,parent\n";
  apply(
    `${head}330106,西湖区,district,\n330106001,北山街道,street,330106\n330106001001,友谊社区居委会,community,330106001\n`,
  );
  const grids = "网格编码,网格,社区\n330106001001001,第一网格,友谊社区\n330106001001002,第二网格,友谊社区\n";
  const made = plan(grids);
  expect(counts(made)).toEqual([2, 0, 1, 0, 0]);
  expect(new Set(made.adds.map(({ parentId }) => parentId)).size).toBe(1);
  apply(
    `${head}330106002,西溪街道,street,330106\n330106002001,友谊社区,community,330106002\n330106003,留下街道,street,330106\n330106003001,友谊社区,community,330106003\n`,
  );
  expect(reasons(plan(grids))).toEqual([
    "2 area.import.ambiguous",
    "2 area.import.parentRejected",
    "3 area.import.parentRejected",
  ]);
});

test("what cannot be placed is named, with everything below it", () => {
  const made = world().plan(
    [
      "code,name,level,parent_code",
      "520115,观山湖区,county,520100",
      "520115007,金阳街道,township,520115",
      "520115007,金阳街道,township,520115",
      "520115007,别的街道,township,520115",
      "520115008,上级不明街道,township,529999",
      "520115008001,孤儿社区,village,520115008",
      "5.2E+11,科学社区,village,520115007",
      "520115007009,,village,520115007",
      "520115007010,怪社区,怪级,520115007",
      "520115009,倒挂区,county,520115007",
      "520115007011,甲社区,village,520115007011",
    ].join("\n"),
  );
  expect(reasons(made)).toEqual([
    "8 area.import.scientific",
    "9 area.import.nameMissing",
    "10 area.import.level",
    "4 area.import.twice",
    "5 area.import.codeTwice",
    "6 area.import.parentUnknown",
    "11 area.import.levelOrder",
    "12 area.import.cycle",
    "7 area.import.parentRejected",
  ]);
  expect(made.adds.map(({ name }) => name)).toEqual(["观山湖区", "金阳街道"]);
});

test("grids that hang under one another in a ring are named, others are not touched", () => {
  const text = "代码,名称,层级,上级\nA,甲,网格,B\nB,乙,网格,A\nS,街道,街道,\nC,丙,网格,S\nD,丁,网格,A\n";
  const made = world().plan(text, "local");
  expect(reasons(made)).toEqual(["2 area.import.cycle", "3 area.import.cycle", "6 area.import.cycle"]);
  expect(made.adds).toHaveLength(2);
});

const street = (code: string, name: string) =>
  `code,name,level,parent_code\n520115,观山湖区,county,\n${code},${name},township,520115\n`;

test("the same digits in another scheme are another street", () => {
  const { apply, find } = world();
  apply(`${street("520115005", "观山街道")}520115007,金阳街道,township,520115\n`);
  const made = apply(street("520115005", "金阳"), "mca");
  expect(counts(made)).toEqual([0, 2, 0, 0, 0]);
  expect(find("mca:520115005")?.name).toBe("金阳街道");
  expect(find("nbs:520115005")?.name).toBe("观山街道");
});

test("a code that has another name needs a decision, and each decision does what it says", () => {
  const { apply, plan } = world();
  apply(street("520115005", "观山街道"));
  expect(reasons(plan(street("520115005", "云潭街道")))).toEqual(["3 area.import.codeTaken"]);
  const decided = (word: string) =>
    plan(street("520115005", "云潭街道"), "nbs", `code,decision\n520115005000,${word}\n`);
  expect(decided("same").updates).toMatchObject([{ set: { name: "云潭街道" } }]);
  expect(decided("new")).toMatchObject({ adds: [{ name: "云潭街道" }], endedCodes: [{ code: "520115005" }] });
  expect(counts(decided("skip"))).toEqual([0, 0, 1, 1, 0]);
});

test("one that the list names elsewhere, or by another code, and no longer where it was needs a decision", () => {
  const list = (...rows: string[]) =>
    ["统计用区划代码,名称", "440303,罗某区", "440303001,桂园街道", "440303002,黄贝街道", ...rows].join("\n");
  const { apply, plan } = world();
  apply(list("440303001001,老围社区", "440303001002,松园社区", "440303002001,老围社区"));
  const moved = list("440303001001,老围社区", "440303002001,老围社区", "440303002002,松园社区居委会");
  expect(reasons(plan(moved))).toEqual(["7 area.import.undecided"]);
  expect(plan(moved).undecided[0]?.candidates.map(({ allCodes }) => allCodes)).toEqual([["nbs:440303001002"]]);
  const same = plan(moved, "nbs", "code,decision,area\n440303002002,same,nbs:440303001002\n");
  expect(same.codes).toMatchObject([{ code: "440303002002", replaces: "440303001002" }]);
  expect(reasons(plan(list("440303001001,老围社区", "440303001009,松园社区")))).toEqual(["6 area.import.undecided"]);

  const part = "code,name\n440303,罗某区\n440303002,黄贝街道\n440303002009,松园社区";
  expect(plan(part).adds.map(({ name }) => name)).toEqual(["松园社区"]);
});

const unnamedIn = ({ notices }: AreaPlan) =>
  notices.flatMap(({ reason, values }) => (reason === "area.import.unnamed" ? [[values.n, values.names]] : []));

test("a newer list is told which areas of its scheme it no longer names", () => {
  const { apply, plan } = world();
  const rows = ["440303,罗某区", "440303001,桂园街道", "440303001001,老围社区", "440303001002,松园社区"];
  const list = (...given: string[]) => ["code,name", ...given].join("\n");
  apply(list(...rows, "440303002,黄贝街道", "440303002001,黄贝社区", "440304,福某区", "440304001,园岭街道"));
  expect(unnamedIn(plan(list(...rows)))).toEqual([[2, "黄贝街道 (440303002), 黄贝社区 (440303002001)"]]);
  const renamed = list(...rows.slice(0, 3), "440303001009,松园社区", "440303002,黄贝街道", "440303002001,黄贝社区");
  expect(unnamedIn(plan(renamed))).toEqual([]);
  expect(unnamedIn(plan(renamed, "nbs", "code,decision\n440303001009,same"))).toEqual([]);
  expect(unnamedIn(plan(list("440303,罗某区", "440303001,桂园街道", "440303002,黄贝街道")))).toEqual([]);
  expect(unnamedIn(plan(list("440303001,桂园街道", "440303001001,老围社区")))).toEqual([
    [1, "松园社区 (440303001002)"],
  ]);
  expect(unnamedIn(plan(list("440303,罗某区", "440303001,桂园街道"), "mca"))).toEqual([]);
});

const data = new URL("../../../../shared/data/regions/", import.meta.url);
const here = existsSync(data);
const read = (name: string) => decodeText(readFileSync(new URL(name, data))).text;
const when = here ? "" : " (skipped: the shared data is not here)";

test.skipIf(!here)(`one district, three cities over it, and the same again${when}`, () => {
  const { apply, pathOf } = world();
  expect(counts(apply(read("nbs2023_520115_guanshanhu.csv")))).toEqual([157, 0, 0, 0, 0]);
  const over = apply(read("nbs2023_three_cities.csv"));
  expect(over.read).toBe(6578);
  expect(counts(over)).toEqual([6421, 1, 156, 0, 0]);
  expect(counts(apply(read("nbs2023_three_cities.csv")))).toEqual([0, 0, 6578, 0, 0]);
  expect(pathOf("nbs:520115007005")).toBe("全国/贵州省/贵阳市/观山湖区/金阳街道/金元社区");
});

test.skipIf(!here)(`the civil-affairs set over the statistics set${when}`, () => {
  const { apply, plan, find, pathOf } = world();
  apply(read("nbs2023_three_cities.csv"));
  const open = plan(read("mca20251231_three_cities.csv"), "mca");
  expect(counts(open)).toEqual([0, 367, 0, 0, 27]);
  const shengpu = open.undecided.find(({ entry }) => entry.name === "胜浦街道");
  expect(shengpu).toMatchObject({ parent: "吴中区", candidates: [{ allCodes: ["nbs:320576053"] }] });

  const decide = readFileSync(new URL("../../../examples/decide-mca-2025.csv", import.meta.url), "utf8");
  expect(counts(apply(read("mca20251231_three_cities.csv"), "mca", decide))).toEqual([6, 384, 0, 4, 0]);
  expect(counts(plan(read("mca20251231_three_cities.csv"), "mca", decide))).toEqual([0, 0, 390, 4, 0]);
  expect(counts(plan(read("nbs2023_three_cities.csv")))).toEqual([0, 0, 6578, 0, 0]);
  expect(pathOf("mca:320506010")).toBe("全国/江苏省/苏州市/苏州工业园区/胜浦街道");
  expect([find("nbs:520115005")?.name, find("mca:520115005")?.name]).toEqual(["观山街道", "金阳街道"]);
  expect(find("nbs:520115007")?.id).toBe(find("mca:520115005")?.id);
});

test.skipIf(!here)(`every list of the shared data is read to the last row${when}`, () => {
  const read2016 = (name: string) => counts(world().plan(read(name)));
  expect(read2016("nbs2016_520115.csv")).toEqual([125, 0, 0, 0, 0]);
  expect(read2016("nbs2016_360111.csv")).toEqual([279, 0, 0, 0, 0]);
  expect(read2016("nbs2023_320576_suzhou_industrial_park.csv")).toEqual([171, 0, 0, 0, 0]);
  expect(read2016("nbs2023_360111_qingshanhu_incl_nanchang_gaoxin.csv")).toEqual([243, 0, 0, 0, 0]);
});
