import { uuidv7 } from "uuidv7";
import { expect, test } from "vitest";
import { cli } from "./testing";

test("an account is opened, granted and disabled from the shell, and nothing else comes of what is wrong", async () => {
  const login = `t${uuidv7()}`;
  const added = await cli(["account", "add", login, "--name", "张三", "--json"]);
  expect([added.code, JSON.parse(added.text)]).toMatchObject([0, { login, password: expect.stringMatching(/.{8,}/) }]);
  expect(await cli(["account", "add", login])).toMatchObject({ code: 1 });
  expect(await cli(["account", "add", "two words"])).toMatchObject({ code: 2 });

  const grant = (...words: string[]) => cli(["account", "grant", login, "--area", "全国", ...words]);
  expect(await grant("--role", "king")).toMatchObject({ code: 2 });
  expect(await grant("--role", "handler")).toMatchObject({ code: 2, text: "--unit is needed." });
  expect(await grant("--role", "staff", "--from", "2026-12-01", "--to", "2026-11-01")).toMatchObject({ code: 2 });
  expect(await grant("--role", "leader")).toMatchObject({ code: 0 });
  expect(await grant("--role", "leader")).toMatchObject({ code: 1 });

  const figures = () => cli(["figures", "--as", login, "--from", "2026-11-01", "--to", "2026-11-02", "--json"]);
  expect(await figures()).toMatchObject({ code: 0 });
  expect(await cli(["account", "add", `${login}x`, "--as", login])).toMatchObject({ code: 1 });
  expect(await cli(["account", "disable", login])).toMatchObject({ code: 0 });
  expect(await cli(["account", "disable", login])).toMatchObject({ code: 1 });
  expect(await figures()).toMatchObject({ code: 1 });
});
