import type { Sql } from "postgres";

/**
 * The same client, which has the server keep what it was asked: a statement is read once for each connection, and several
 * sent at once go out together.
 */
export function prepared(client: Sql): Sql {
  return new Proxy(client, {
    get(target, key) {
      const own = Reflect.get(target, key);
      if (key === "unsafe") return unsafe(target);
      if (key !== "begin" || typeof own !== "function") return own;
      return (...given: unknown[]) => {
        const work = given.pop();
        if (typeof work !== "function") throw new TypeError("a transaction needs work");
        return own(...given, (tx: Sql) => work(prepared(tx)));
      };
    },
  });
}

function unsafe(client: Sql): Sql["unsafe"] {
  return (query, parameters, options) =>
    client.unsafe(query, parameters, { ...options, prepare: options?.prepare || (parameters?.length ?? 0) > 0 });
}
