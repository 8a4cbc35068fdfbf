import { expect, expectAccessible, type Page, test } from "../city.ts";
import { fresh } from "../hub.ts";
import { send, toAllTownships, write } from "../orders.ts";
import { card, signFor } from "../owed.ts";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

/**
 * Draws a line on the pad, as a finger does; again where the page moved away under it, as whoever sees no line would. The pad is
 * brought to the middle of the screen first: at its foot the phone's bar and the note of what changed lie over it.
 */
async function draw(page: Page): Promise<void> {
  const pad = page.locator("signature-pad canvas");
  await expect(async () => {
    await pad.evaluate((element) => element.scrollIntoView({ block: "center" }));
    const box = await pad.boundingBox();
    if (box === null) throw new Error("there is no pad to sign on");
    await page.mouse.move(box.x + 30, box.y + 80);
    await page.mouse.down();
    await page.mouse.move(box.x + 90, box.y + 40, { steps: 6 });
    await page.mouse.move(box.x + 180, box.y + 110, { steps: 6 });
    await page.mouse.up();
    await expect(pad).toHaveAttribute("data-drawn", "true", { timeout: 1000 });
  }).toPass();
}

test("an order is written, talked over, signed on a phone's screen, and what is left goes to another", async ({ city }) => {
  test.setTimeout(180_000);
  const district = await city.enter({ role: "district_duty", centre: "500106" });
  const township = await city.enter({ role: "township_staff", centre: "500106003" }, PHONE);
  const title = fresh("排查沿街广告牌");

  await test.step("one township is chosen by name, and a signature asked for", async () => {
    await write(district, title, async (page) => {
      await page.getByPlaceholder("按名称查找").fill("渝碚路");
      await expect(page.locator(".centre-tree label:visible")).toHaveCount(1);
      await page.locator(".centre-tree label:visible input").check();
      await page.getByLabel("签名").check();
      await expectAccessible(page);
    });
    await expect(district.getByRole("heading", { name: "将下达 1 个单位" })).toBeVisible();
    await expectAccessible(district);
    await send(district);
  });

  await test.step("the parties meet in a room, and who joined is noted", async () => {
    await district.getByRole("button", { name: "开视频会商" }).click();
    await expect(district.locator(".rooms").getByRole("link", { name: "进入" })).toHaveAttribute("href", /^https:\/\/meet\.example\/ZL/);
    await township.goto(new URL(district.url()).pathname);
    await expect(township.locator(".rooms").getByRole("link", { name: "进入" })).toHaveCount(0);
    await township.locator(".rooms").getByRole("button", { name: "加入" }).click();
    await expect(township.locator(".rooms").getByRole("link", { name: "进入" })).toBeVisible();
  });

  await test.step("it is not done before it is signed", async () => {
    await signFor(township, title);
    await card(township, title).getByRole("link", { name: "反馈", exact: true }).click();
    await township.locator("#mine summary", { hasText: "反馈进展" }).click();
    await township.getByLabel("办理情况").fill("已查 12 处");
    await township.getByRole("button", { name: "报办结" }).click();
    await expect(township.locator(".troubles")).toContainText("签名");
    await township.locator("#mine summary", { hasText: "反馈进展" }).click();
    await township.getByLabel("办理情况").fill("已查 12 处");
    await draw(township);
    await township.getByRole("button", { name: "报办结" }).click();
    await expect(township.locator(".reports img")).toBeVisible();
  });

  await test.step("what is left goes to another township under the same order", async () => {
    await district.reload();
    const row = district.locator(".tree tbody tr", { hasText: "渝碚路街道" });
    await row.locator("summary", { hasText: "部分通过,余下改派…" }).click();
    await row.getByLabel("改派给").selectOption({ label: "沙坪坝街道" });
    await row.getByLabel("还须做什么").fill("排查剩余 3 处");
    await row.getByRole("button", { name: "改派", exact: true }).click();
    await expect(district.locator(".tree tbody tr", { hasText: "排查剩余 3 处" })).toContainText("沙坪坝街道");
    await expect(row).toContainText("已核实");
    await expectAccessible(district);
  });
});

test("a plan is looked for and a template taken while an order is being written, and nothing typed is lost", async ({ city }) => {
  const duty = await city.enter({ role: "city_duty", centre: "500000" });
  const [title, text] = [fresh("值守模板"), "各镇街今夜在岗值守。"];
  await write(duty, title, async (page) => {
    await page.getByLabel("正文").fill(text);
    await page.getByPlaceholder("按名称查找").fill("渝碚路");
    await page.getByRole("checkbox", { name: "渝碚路街道" }).check();
  });
  await duty.getByRole("button", { name: "存为模板" }).click();
  await expect(duty.getByRole("status").filter({ hasText: "已保存" })).toBeVisible();

  await duty.goto("/orders/new");
  await duty.getByLabel("标题").fill("今夜值守");
  await duty.getByLabel("正文").fill("水已到 20 厘米。");
  const templates = duty.getByLabel("套用模板");
  await templates.selectOption(await templates.locator("option", { hasText: title }).getAttribute("value"));
  await duty.getByLabel("按名称或编号找预案").fill("下穿道");
  await duty.getByRole("button", { name: "查找 / 套用" }).click();
  await expect(duty).toHaveURL(/draft=\d+/);
  await expect(duty.getByLabel("正文")).toHaveValue(`水已到 20 厘米。\n\n${text}`);
  await expect(duty.getByLabel("标题")).toHaveValue("今夜值守");
  const plan = duty.getByLabel("依据预案");
  await plan.selectOption({ index: 1 });
  await duty.getByLabel("正文").fill("水已到 25 厘米。");
  await duty.getByRole("button", { name: "查找 / 套用" }).click();
  await expect(duty.locator(".compose-steps li").first()).toBeVisible();
  await expect(duty.getByLabel("正文")).toHaveValue("水已到 25 厘米。");

  // The same again leads to the same address: the form stands as it was kept.
  await duty.getByLabel("正文").fill("水已到 30 厘米。");
  await duty.getByRole("button", { name: "查找 / 套用" }).click();
  await expect(duty.locator("form[data-typed]")).toHaveCount(0);
  await expect(duty.getByLabel("正文")).toHaveValue("水已到 30 厘米。");
  await expectAccessible(duty);
});

test("an order reaches every township, and whoever has not read it is urged at once", async ({ city }) => {
  test.setTimeout(180_000);
  const duty = await city.enter({ role: "city_duty", centre: "500000" });
  const township = await city.enter({ role: "township_staff", centre: "500106003" }, { ...PHONE, javaScriptEnabled: false });
  const title = fresh("今夜值守到岗");
  await write(duty, title, toAllTownships);
  await expect(duty.getByRole("heading", { name: /将下达 1,?031 个单位/ })).toBeVisible();
  const order = await send(duty);
  await township.goto(order);
  await signFor(township, title);

  await duty.goto(`${order}/recipients?missing=read`);
  await expect(duty.locator("table tbody tr").first()).toBeVisible();
  await expectAccessible(duty);
  await duty.getByRole("button", { name: /催/ }).click();
  await expect(duty.locator("table tbody tr").first()).toContainText("催办");
});
