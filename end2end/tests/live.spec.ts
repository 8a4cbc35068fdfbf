import { cable } from "../cable.ts";
import { expect, test } from "../city.ts";
import { publish } from "../gauge.ts";
import { witness } from "../witness.ts";

test("a cut connection is said on screen, and what was missed comes when it is back", async ({ city }) => {
  const line = await cable(city.address);
  const page = await city.enter({ role: "district_duty", centre: "500106" }, { proxy: line.proxy });
  const stream = page.waitForResponse("**/live");
  await page.goto("/warnings");
  await stream;
  const untouched = await witness(page);
  const banner = page.getByText("与服务器的连接已中断");
  await expect(banner).toBeHidden();

  line.pull();
  await expect(banner).toBeVisible({ timeout: 12_000 }); // ten seconds of silence, looked at once a second
  const gauge = { device: "UP-500106-02-1", quantity: "water_depth" };
  publish(city, "500106", { ...gauge, value: 16, secondsAgo: 25 }, { ...gauge, value: 17 });
  await expect(page.getByText("凤天大道下穿道积水")).toHaveCount(0);

  line.plug();
  await expect(banner).toBeHidden();
  await expect(page.getByText("凤天大道下穿道积水 17 cm")).toBeVisible();
  await untouched();
  await page.context().close();
  line.remove();
});
