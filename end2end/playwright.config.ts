import { defineConfig } from "@playwright/test";

const ci = Boolean(process.env["CI"]);

/**
 * Debian's Chromium, as it runs in a closed network: it may look nothing up at start, and draws the map without a
 * graphics card. Playwright's own browsers are never downloaded (scripts/stories).
 */
const chromium = {
  executablePath: process.env["CITYHELM_CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox", // as root, where it refuses to start otherwise
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
  ],
};

/** `make pictures` takes those of docs/img anew; they are no story. */
const pictures = process.env["CITYHELM_PICTURES"] !== undefined;

const wall = /\.wall\.spec\.ts$/;
const phone = /\.phone\.spec\.ts$/;

export default defineConfig({
  testDir: "tests",
  outputDir: "test-results",
  globalSetup: "./server.ts",
  // All stories live in one demo city and change it: one after another, in the order of their files.
  workers: 1,
  fullyParallel: false,
  forbidOnly: ci,
  // A story that passes at the second try has a fault that somebody will meet at the first.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  reporter: [["list"], ["html", { open: "never" }]],
  use: {
    locale: "zh-CN",
    timezoneId: "Asia/Shanghai",
    launchOptions: chromium,
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
  },
  projects: pictures ? [{ name: "pictures", testDir: ".", testMatch: "pictures.ts" }] : [
    { name: "desk", testIgnore: [wall, phone], use: { viewport: { width: 1440, height: 900 } } },
    { name: "wall", testMatch: wall, use: { viewport: { width: 1920, height: 1080 } } },
    { name: "wall-4k", testMatch: wall, use: { viewport: { width: 3840, height: 2160 } } },
    {
      name: "phone",
      testMatch: phone,
      use: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
    },
  ],
});
