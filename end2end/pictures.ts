import { join, resolve } from "node:path";

import { expect, test } from "./city.ts";

/** Where the documentation's pictures lie. */
const folder = resolve(import.meta.dirname, "../docs/img");

const cockpits = [
  { name: "cockpit-city", role: "city_leader", centre: "500000", width: 1920, height: 1080, query: "" },
  { name: "cockpit-district", role: "district_duty", centre: "500106", width: 1920, height: 1080, query: "" },
  { name: "cockpit-township", role: "township_director", centre: "500106003", width: 1920, height: 1080, query: "" },
  { name: "wall-3840x2160", role: "city_leader", centre: "500000", width: 3840, height: 2160, query: "?kiosk" },
];

for (const { name, role, centre, width, height, query } of cockpits) {
  test(name, async ({ city }) => {
    const page = await city.enter({ role, centre }, { viewport: { width, height } });
    await page.goto(`/c/${centre}${query}`);
    await expect(page.locator(".ck-map canvas")).toBeVisible();
    await expect(page.locator(".ck-fresh:not([data-stale])")).toBeVisible();
    // The map draws its tiles in its own time and says nothing when it is done.
    await page.waitForTimeout(8_000);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  });
}

for (const { name, role, path } of [
  { name: "phone-owed", role: "township_staff", path: "/owed" },
  { name: "phone-cockpit", role: "township_staff", path: "/c/500106003" },
]) {
  test(name, async ({ city }) => {
    const phone = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
    const page = await city.enter({ role, centre: "500106003" }, phone);
    await page.goto(path);
    await expect(page.locator("h1, h2").first()).toBeVisible();
    await page.waitForTimeout(4_000);
    await page.screenshot({ path: join(folder, `${name}.png`) });
  });
}
