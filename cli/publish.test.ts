import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openCity } from "../lib/access/testing/world";
import { cli, fileOf } from "./testing";

// What the command line writes stays, so it writes into a database of its own.
let place: Awaited<ReturnType<typeof openCity>>;
beforeAll(async () => {
  place = await openCity("publish");
}, 60_000);
afterAll(() => place.close());

const mark = uuidv7().slice(-12);
const city = `Town ${mark}`;
const map = {
  instrument: { key: `town-${mark}` },
  round: { key: "2025", name: `Town survey ${mark}`, closes: "2025-10-31" },
  items: { Q1: { column: "happy", sense: "happiness", scale: [1, 5] } },
};
const answers = Array.from({ length: 40 }, (_, n) => 1 + ((n * 3) % 5));

test("what the command line imports has results once another account published it, and then it is shown", {
  timeout: 60_000,
}, async () => {
  const areas = fileOf("areas.csv", `code,name,level\n${mark},${city},district`);
  expect(await cli(["import", "areas", areas, "--scheme", "local", "--apply"])).toMatchObject({ code: 0 });
  const [sheet, mapping] = [
    fileOf("answers.csv", ["happy", ...answers].join("\n")),
    fileOf("map.json", JSON.stringify(map)),
  ];
  const imported = await cli(["import", "answers", sheet, "--map", mapping, "--into", city, "--apply"]);
  expect(imported.text).toContain(`“${map.round.name}” is closed and not published yet`);
  const show = ["senses", "--area", city, "--round", map.round.name, "--json"];
  expect(await cli(show)).toMatchObject({ code: 1, text: expect.stringContaining("sense.roundWaits") });

  expect(await cli(["publish", map.round.name])).toMatchObject({ code: 1 });
  expect((await cli(["publish", `no ${mark}`])).text).toContain(map.round.name);
  const login = `leader-${mark}`;
  await cli(["account", "add", login]);
  await cli(["account", "grant", login, "--role", "leader", "--area", city]);
  expect(await cli(["publish", map.round.name, "--as", login])).toMatchObject({ code: 0 });
  const shown = JSON.parse((await cli(show)).text);
  expect(shown).toMatchObject({ round: { name: map.round.name }, answers: 40 });
  expect((await cli(["publish", map.round.name, "--as", login])).code).toBe(1);
});
