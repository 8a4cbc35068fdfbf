import { expect, expectAccessible, type Page, test } from "../city.ts";

const TITLE = "桥下堆放渣土";

/** Reports a case of a category that the list gives to townships, and opens it. */
async function report(page: Page): Promise<string> {
  await page.goto("/events/new");
  await page.locator("input[name='new[title]']").fill(TITLE);
  await page.locator("select[name='new[category]']").selectOption("muck_pile");
  await page.getByRole("button", { name: "上报", exact: true }).click();
  // It may be about a case that is there already: it is one of its own.
  await page.waitForURL(/\/events\/(\d+$|new\?draft=)/);
  if (page.url().includes("draft=")) {
    await page.locator("button[name='new[anyway]']").click();
    await page.waitForURL(/\/events\/\d+$/);
  }
  return new URL(page.url()).pathname;
}

/** A row of the card of hand-offs. */
function way(page: Page, from: string) {
  return page.locator("#hand-offs .order-line", { hasText: from });
}

test("a case goes up with a reason, is signed for, and comes down by the list", async ({ city }) => {
  test.setTimeout(180_000);
  const township = await city.enter({ role: "township_director", centre: "500106003" });
  const district = await city.enter({ role: "district_duty", centre: "500106" });
  const event = await report(township);

  await test.step("the township pushes it up", async () => {
    await township.locator("#hand-offs summary", { hasText: "上报" }).click();
    await township.getByLabel("上报理由").fill("渣土量大,需区级清运");
    await township.locator("#hand-offs").getByRole("button", { name: /^上报/ }).click();
    await expect(way(township, "渝碚路街道")).toContainText("待签收");
    await expect(township.locator("#hand-offs summary")).toHaveCount(0);
  });

  await test.step("the district finds it among what waits for a receipt, and signs", async () => {
    await district.goto("/notices");
    const waiting = district.locator(".card", { hasText: "待本中心签收" });
    await expect(waiting).toContainText(TITLE);
    await expectAccessible(district);
    await waiting.getByRole("link", { name: TITLE }).click();
    await district.waitForURL(new RegExp(`${event}$`));
    await expect(district.locator(".page-head .actions").getByRole("button", { name: "受理" })).toHaveCount(0);
    await district.locator("#hand-offs").getByRole("button", { name: "签收" }).click();
    await expect(way(district, "渝碚路街道")).toContainText("已签收");
    await expect(district.locator(".page-head .actions").getByRole("button", { name: "受理" })).toBeVisible();
    await expect(way(township, "渝碚路街道")).toContainText("已签收");
  });

  await test.step("the list lets it down again, and the timeline tells both ways", async () => {
    await district.locator("#hand-offs summary", { hasText: "下派" }).click();
    await district.getByLabel("承办中心").selectOption("500106003");
    await district.getByLabel("下派要求").fill("车辆已调,请组织清运");
    await district.locator("#hand-offs").getByRole("button", { name: "下派" }).click();
    await expect(district.locator("#hand-offs .order-line")).toHaveCount(2);
    await expect(district.locator(".timeline")).toContainText("上报上级");
    await expect(district.locator(".timeline")).toContainText("签收事件");
    await expect(district.locator(".timeline")).toContainText("下派");
    await expectAccessible(district);
  });
});

test("the list is changed by a version that is proposed and put in force", async ({ city }) => {
  const duty = await city.enter({ role: "city_duty", centre: "500000" });
  const township = await city.enter({ role: "township_director", centre: "500106003" });
  await township.goto("/responsibilities?search=暴露垃圾");
  await expect(township.locator(".responsibilities tbody tr")).toHaveCount(1);
  await expectAccessible(township);
  await township.getByRole("link", { name: "暴露垃圾" }).click();
  await expect(township.locator("summary", { hasText: "提出新版本" })).toHaveCount(0);

  await duty.goto("/responsibilities/exposed_rubbish");
  await duty.locator("summary", { hasText: "提出新版本" }).click();
  await duty.getByLabel("处置(分钟)").fill("90");
  await duty.getByLabel("调整理由").fill("暑期提速");
  await duty.getByRole("button", { name: "提出新版本" }).click();
  const proposal = duty.locator(".rule-version", { hasText: "暑期提速" });
  await expect(proposal).toContainText("待生效决定");
  await proposal.getByRole("button", { name: "发布生效" }).click();
  await expect(duty.locator(".card", { hasText: "现行" }).first()).toContainText("第 2 版");
  await expectAccessible(duty);
  await township.reload();
  await expect(township.locator(".card", { hasText: "现行" }).first()).toContainText("第 2 版");
});
