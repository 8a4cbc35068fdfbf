import { expect, expectAccessible, test } from "../city.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const OLD_PHONE = { ...PHONE, javaScriptEnabled: false };

test("a call is reported from an old phone without scripts, and nothing typed is lost", async ({ city }) => {
  const page = await city.enter({ role: "township_staff", centre: "500106003" }, OLD_PHONE);
  await page.goto("/events/new");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  expect(wide, "one column").toBeLessThanOrEqual(390);
  await page.getByLabel("标题").fill("公园西路路灯不亮");
  await page.locator("select[name='new[category]']").selectOption({ index: 1 });
  await page.getByLabel("地址").fill("公园西路 3 号");
  await page.locator("select[name='new[source]']").selectOption("hotline");
  await page.getByLabel(/联系电话/).fill("13812345678");
  await page.getByText("在地图上选点").click();
  await page.getByLabel("经度").fill("1.5");
  await page.getByLabel("纬度").fill("2.5");
  await page.getByRole("button", { name: "上报", exact: true }).click();
  await page.waitForURL(/\/events\/new\?draft=\d+/);
  await expect(page.getByRole("alert")).toContainText("管辖范围");
  await expect(page.getByLabel("地址")).toHaveValue("公园西路 3 号");
  await expect(page.getByLabel(/联系电话/)).toHaveValue("13812345678");
});

test("a position is asked for only after the tap, and the map comes only when it is opened", async ({ city }) => {
  const page = await city.enter(
    { role: "township_staff", centre: "500106003" },
    { ...PHONE, geolocation: { longitude: 106.45, latitude: 29.54 }, permissions: ["geolocation"] },
  );
  const maps: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/vendor/maplibre-gl/")) maps.push(request.url());
  });
  await page.goto("/events/new");
  await expect(page.getByLabel("经度")).toHaveValue("");
  await page.getByRole("button", { name: "用我的位置" }).click();
  await expect(page.locator("input[name='new[longitude]']")).toHaveValue("106.450000");
  expect(maps, "no map before it is opened").toEqual([]);
  await page.getByText("在地图上选点").click();
  await expect(page.locator(".area-map canvas")).toBeVisible();
  const land = await page.locator(".area-map").evaluate((map) => getComputedStyle(map).getPropertyValue("--map-land"));
  expect(land, "a colour to draw the land in").not.toBe("");
  await expectAccessible(page);
});
