import { expect, expectAccessible, type Page, test } from "../city.ts";
import { fresh, numberOf, report, unfold } from "../hub.ts";

const TOWNSHIP = "500106003";

/** The card of the ways that a case went between tiers, the latest first. */
function ways(page: Page) {
  return page.locator("#hand-offs");
}

function latest(page: Page) {
  return ways(page).locator(".order-line").first();
}

/** What the reader may do with the case itself. */
function acts(page: Page) {
  return page.locator(".page-head .actions button");
}

/** The list of what waits for a receipt, on the page of notices. */
function waiting(page: Page, which: string) {
  return page.locator(".card", { has: page.getByRole("heading", { name: which }) });
}

test("a case goes up with a reason, stands until it is signed for, and comes down by the list", async ({ city }) => {
  test.setTimeout(180_000);
  const township = await city.enter({ role: "township_director", centre: TOWNSHIP });
  const district = await city.enter({ role: "district_duty", centre: "500106" });
  const title = fresh("桥下堆放渣土");
  const path = await report(township, { title, category: "积存渣土" });
  const number = await numberOf(township);

  await test.step("the township pushes it up", async () => {
    await unfold(ways(township), "上报");
    await township.getByLabel("上报理由").fill("渣土量大,需区级清运");
    await ways(township).getByRole("button", { name: /^上报/ }).click();
    await expect(latest(township)).toContainText("待签收");
  });

  await test.step("on its way nobody handles it, and both see until when it must be signed for", async () => {
    await expect(acts(township)).toHaveCount(0);
    await expect(ways(township).locator("summary")).toHaveCount(0);
    await township.goto("/notices");
    await expect(waiting(township, "已转出、对方未签收")).toContainText(number);
    await district.goto("/notices");
    await expect(waiting(district, "待本中心签收")).toContainText(number);
    await expect(waiting(district, "待本中心签收")).toContainText("签收时限");
    await expectAccessible(district);
    await district.getByRole("link", { name: title }).click();
    await expect(latest(district)).toContainText("待签收");
    await expect(acts(district)).toHaveCount(0);
  });

  await test.step("signed for, it is the district's to move", async () => {
    await latest(district).getByRole("button", { name: "签收" }).click();
    await expect(latest(district)).toContainText("已签收");
    await expect(district.locator(".page-head .actions").getByRole("button", { name: "受理", exact: true })).toBeVisible();
    await expect(waiting(township, "已转出、对方未签收").locator("h3", { hasText: number })).toHaveCount(0);
  });

  await test.step("the list names the township for it: it comes down, and is signed for there", async () => {
    await unfold(ways(district), "下派");
    await district.getByLabel("承办中心").selectOption(TOWNSHIP);
    await district.getByLabel("下派要求").fill("车辆已调,请组织清运");
    await ways(district).getByRole("button", { name: "下派" }).click();
    await expect(ways(district).locator(".order-line")).toHaveCount(2);
    await township.goto(path);
    await latest(township).getByRole("button", { name: "签收" }).click();
    for (const page of [township, district]) await expect(latest(page)).toContainText("已签收");
    await expect(township.locator(".page-head .actions").getByRole("button", { name: "受理", exact: true })).toBeVisible();
    for (const line of ["上报上级", "签收事件", "下派"]) await expect(district.locator(".timeline")).toContainText(line);
    await expectAccessible(township);
  });
});

test("what the list gives to a district does not go further down, and the page names the row", async ({ city }) => {
  const district = await city.enter({ role: "district_duty", centre: "500106" });
  await report(district, { title: fresh("河面油花"), category: "水体污染" });
  await expect(ways(district)).toContainText(/水体污染.*区县/);
  await expect(ways(district).locator("summary", { hasText: "下派" })).toHaveCount(0);
  await ways(district).getByRole("link", { name: "分级分类库" }).click();
  await district.waitForURL(/\/responsibilities$/);
});
