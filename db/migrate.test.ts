import { afterAll, expect, test } from "vitest";
import { databaseUrl } from "../lib/env";
import { functions } from "./functions/functions";
import { openOwner, putFunctions } from "./migrate";

const owner = openOwner(databaseUrl("owner"));
afterAll(() => owner.end());

test("functions of an earlier version are replaced, also where parameters or answer were others", async () => {
  const undone = new Error("undone");
  const argumentsNow =
    "select pg_get_function_arguments(oid) as text, pg_get_function_result(oid) as result from pg_proc";
  await owner
    .begin(async (tx) => {
      await tx`drop function close_round(uuid, timestamptz)`;
      await tx`create function close_round(other uuid, names timestamptz) returns void language sql as 'select 1'`;
      await tx`drop function erase_contacts()`;
      await tx`create function erase_contacts() returns text language sql as $$ select 'x' $$`;
      await putFunctions(tx, functions);
      const found = await tx.unsafe(
        `${argumentsNow} where proname in ('close_round', 'erase_contacts') order by proname`,
      );
      expect(found.map(({ text, result }) => [text, result])).toEqual([
        ["round uuid, closed timestamp with time zone", "void"],
        ["", "integer"],
      ]);
      throw undone;
    })
    .catch((error: unknown) => {
      if (error !== undone) throw error;
    });
});

test("what is wrong with a function for another reason is told", async () => {
  const broken = ["create or replace function broken() returns int language sql as 'select'"];
  await expect(owner.begin((tx) => putFunctions(tx, broken))).rejects.toThrow();
});
