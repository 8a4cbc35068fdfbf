import { expect, test } from "../city.ts";
import { witness } from "../witness.ts";

test("what the simulator tells by MQTT becomes a red warning on the city's wall", async ({ city }) => {
  test.setTimeout(180_000);
  const wall = await city.enter({ role: "city_leader", centre: "500000" }, { viewport: { width: 1920, height: 1080 } });
  await wall.goto("/c/500000?kiosk");
  // The underpass has two gauges. Warnings that other stories left open are told apart by their addresses.
  const flooded = wall.locator(".ck-warning", { hasText: "南开下穿道积水" }).and(wall.getByRole("link", { name: /特别重大/ }));
  const addresses = () => flooded.evaluateAll((links) => links.map((link) => link.getAttribute("href")));
  await expect(wall.locator(".ck-warning").first()).toBeVisible();
  const before = await addresses();
  const untouched = await witness(wall);

  // Red must hold for twenty seconds by the clock on the wall: at this speed the lower gauge stands that high for thirty.
  city.start("simulate", "underpass", "--speed", "8", "--no-hold");
  await expect
    .poll(async () => (await addresses()).filter((address) => !before.includes(address)).length, { timeout: 120_000 })
    .toBeGreaterThan(0);
  await untouched();
});
