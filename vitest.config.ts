import { fileURLToPath } from "node:url";
import type { Plugin } from "vite";
import { defineConfig } from "vitest/config";

const here = (place: string) => fileURLToPath(new URL(place, import.meta.url));

/** Takes one check out of one file, as `npm run mutate` asks. */
function mutant(): Plugin {
  const { file, find, put } = JSON.parse(process.env.MUTANT ?? "{}");
  return {
    name: "mutant",
    enforce: "pre",
    transform(code, id) {
      if (file === undefined || id !== here(file)) return null;
      if (!code.includes(find)) throw new Error(`${file} has no ${find}`);
      return code.replace(find, () => put);
    },
  };
}

export default defineConfig({
  plugins: [mutant()],
  resolve: { alias: { "@": here("."), "server-only": here("./scripts/nothing.mjs") } },
  test: {
    include: ["**/*.test.{ts,tsx}"],
    exclude: ["node_modules", ".next", ".data", "e2e"],
    pool: "forks",
    server: { deps: { inline: ["next-auth"] } },
    maxWorkers: 2,
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
});
