import { z } from "zod";
import * as importActions from "../../../app/(console)/cases/import/actions";
import { importBoundaries } from "../../areas/import/boundaries";
import { importAreas } from "../../areas/import/import";
import { importCases } from "../../cases/import/import";
import { keepSource } from "../../cases/import/keep-source";
import { caseMapping } from "../../cases/import/mapping";
import { sourceInput } from "../../cases/import/source";
import { readMapping } from "../../exchange/mapping";
import { readTable } from "../../exchange/table";
import { streamTable } from "../../exchange/table-stream";
import { importForms } from "../../senses/import/forms";
import { importAnswers } from "../../senses/import/import";
import { answerMapping } from "../../senses/input";
import { type Asked, type Attempt, attempt } from "./attempt";
import { placeRound } from "./furniture";

const file = { name: "a.csv", hash: "0".repeat(64) };
/** Only tried, never written: the locks stand before all writing. */
const dry = { apply: false, skipRejected: false };
const into = {
  on: "importing",
  schema: z.strictObject({ intoId: z.uuid() }),
  fields: async ({ target }: Asked) => ({ intoId: target.area }),
} as const;

const columns = { source: "test", id: "编号", title: "事项", zone: "Asia/Shanghai", form: "YYYY-MM-DD HH:mm" };
const ofCases = caseMapping.parse({ ...columns, registered: "登记", area: { columns: ["社区"] } });
const ofAnswers = readMapping(
  answerMapping,
  JSON.stringify({
    instrument: { key: "three-senses" },
    mode: "drawn",
    round: { key: "2026-1", name: "测评", opens: "2026-10-01", closes: "2026-10-31" },
    area: { column: "社区" },
    missing: [],
    items: { G1: { column: "G1" } },
  }),
);

const ring = [
  [106, 26],
  [106.1, 26],
  [106.1, 26.1],
  [106, 26],
];
const feature = {
  type: "Feature",
  properties: { name: "甲一社区" },
  geometry: { type: "Polygon", coordinates: [ring] },
};

async function* bytes() {
  yield Buffer.from("编号,事项,社区,登记\nA1,楼道灯不亮,甲一社区,2026-11-02 09:00");
}

export const importAttempts: Attempt[] = [
  attempt({
    name: "keep how sheets are read",
    permission: "case.import",
    on: "nothing",
    schema: sourceInput,
    run: keepSource,
    action: importActions.keep,
    fields: async () => ({ source: "12345", id: "工单编号", title: "标题", registered: "受理时间" }),
  }),
  attempt({
    ...into,
    name: "import areas",
    permission: "area.import",
    run: (ctx, { intoId }) =>
      importAreas(ctx, {
        ...dry,
        intoId,
        file,
        table: readTable("代码,名称\n520115001,某街道"),
        scheme: "local",
        from: "2026-01-01",
        to: null,
        decisions: new Map(),
      }),
  }),
  attempt({
    ...into,
    name: "import boundaries",
    permission: "area.import",
    run: (ctx, { intoId }) =>
      importBoundaries(ctx, {
        ...dry,
        intoId,
        file,
        text: JSON.stringify({ type: "FeatureCollection", features: [feature] }),
        system: "wgs84",
      }),
  }),
  attempt({
    ...into,
    name: "import requests",
    permission: "case.import",
    run: async (ctx, { intoId }) =>
      importCases(ctx, {
        ...dry,
        intoId,
        file: file.name,
        sheet: await streamTable(bytes),
        mapping: ofCases,
        progress: () => {},
      }),
  }),
  attempt({
    ...into,
    name: "import answers",
    permission: "sense.import",
    run: (ctx, { intoId }) =>
      importAnswers(ctx, {
        ...dry,
        intoId,
        file,
        table: readTable("社区,G1\n甲一,4"),
        mapping: ofAnswers,
        replace: false,
      }),
  }),
  attempt({
    name: "import paper forms",
    permission: "sense.collect",
    on: "asked",
    schema: z.strictObject({ roundId: z.uuid() }),
    run: (ctx, { roundId }) =>
      importForms(ctx, {
        ...{ roundId, file, accepted: undefined, skipRejected: false },
        table: readTable("社区,q1\n甲一,4"),
        matching: null,
        words: { agree: {}, none: [] },
      }),
    fields: async ({ city, target }) => ({ roundId: await placeRound(city.owner, target.area) }),
  }),
];
