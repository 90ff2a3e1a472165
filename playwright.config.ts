import { defineConfig, devices } from "@playwright/test";

const isRoot = process.getuid?.() === 0;
const quiet = [
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
  "--disable-quic",
];

const data = process.env.DATA_DIR || ".data";

export default defineConfig({
  testDir: "e2e",
  timeout: 60_000,
  expect: { timeout: 10_000 },
  workers: 2,
  retries: process.env.CI ? 1 : 0,
  reporter: [["list"], ["json", { outputFile: `${data}/e2e/report.json` }]],
  outputDir: `${data}/e2e/results`,
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    trace: "on-first-retry",
    launchOptions: {
      ...(process.env.CHROMIUM_PATH ? { executablePath: process.env.CHROMIUM_PATH } : {}),
      args: [...(isRoot ? ["--no-sandbox"] : []), "--disable-dev-shm-usage", "--disable-gpu", ...quiet],
    },
  },
  projects: [
    { name: "setup", testMatch: "setup.ts" },
    {
      name: "chromium",
      dependencies: ["setup"],
      testMatch: "*.spec.ts",
      testIgnore: ["no-js.spec.ts", "phone.spec.ts"],
      use: { viewport: { width: 1440, height: 900 } },
    },
    { name: "no-js", dependencies: ["setup"], testMatch: "no-js.spec.ts", use: { javaScriptEnabled: false } },
    {
      name: "mobile",
      dependencies: ["setup"],
      testMatch: "phone.spec.ts",
      use: { ...devices["Pixel 7"], viewport: { width: 390, height: 844 } },
    },
  ],
});
