import { expect, expectAccessible, type Page, test } from "../city.ts";
import { dispatch, fresh, move, report, standing, unfold } from "../hub.ts";

const QUARRELS = "500106";
const TAKES = "500107";

/** The card of what was asked of the centre above, and the latest request in it. */
function requests(page: Page) {
  return page.locator(".card", { has: page.getByRole("heading", { name: "审批事项" }) });
}

function latest(page: Page) {
  return requests(page).locator(".request").first();
}

/** The district asks the city to take the case back. */
async function askReturn(page: Page, why: string): Promise<void> {
  await unfold(requests(page), "申请退回");
  await page.getByLabel("退回的原因").fill(why);
  await requests(page).locator("details[open]").getByRole("button", { name: "提交申请" }).click();
  await expect(latest(page)).toContainText("待审批");
  await expect(latest(page)).toContainText(why);
}

/** The city refuses. */
async function refuse(page: Page, why: string): Promise<void> {
  await expect(latest(page)).toContainText("待审批");
  await unfold(latest(page), "不批准");
  await page.getByLabel("不批准的原因").fill(why);
  await latest(page).getByRole("button", { name: "不批准" }).click();
}

test("a quarrel about whose case it is goes to the arbiter, whose word binds", async ({ city }) => {
  test.setTimeout(180_000);
  const district = await city.enter({ role: "district_duty", centre: QUARRELS });
  const above = await city.enter({ role: "city_duty", centre: "500000" });
  const taker = await city.enter({ role: "district_duty", centre: TAKES });
  const title = fresh("界桥伸缩缝破损");
  const path = await report(district, { title, category: "桥隧异常" });

  await test.step("it is dispatched, and the district finds that it is not its own", async () => {
    await move(district, "受理", "已受理");
    await move(district, "立案", "已立案");
    await dispatch(district, { title: fresh("查看界桥伸缩缝"), text: "现场复核权属。", to: "渝碚路" });
    await district.goto(path);
    await above.goto(path);
  });

  await test.step("the city refuses twice", async () => {
    await askReturn(district, "桥面属邻区养护");
    await refuse(above, "首接在你区");
    for (const page of [above, district]) await expect(latest(page)).toContainText("首接在你区");
    await askReturn(district, "养护台账在邻区");
    await refuse(above, "仍由你区先行处置");
  });

  await test.step("then it is the arbiter's: no third request", async () => {
    for (const page of [above, district]) {
      await expect(latest(page)).toContainText("仲裁");
      await expect(latest(page)).toContainText("退回两次未获批准,转仲裁");
      await expect(requests(page).locator(".request", { hasText: "未批准" })).toHaveCount(2);
    }
    await expect(requests(district).locator("summary", { hasText: "申请退回" })).toHaveCount(0);
    await above.goto("/approvals");
    await expect(above.locator(".request", { hasText: title })).toContainText("仲裁");
    await above.getByRole("link", { name: title }).click();
    await expectAccessible(above);
  });

  await test.step("the arbiter names the centre that takes it", async () => {
    await unfold(latest(above), "裁定承办中心");
    await above.getByLabel("承办中心(分级分类库规定的层级)").selectOption(TAKES);
    await above.getByLabel("裁定理由").fill("养护权属在九龙坡区");
    await latest(above).getByRole("button", { name: "裁定承办中心" }).click();
    for (const page of [above, district]) {
      await expect(latest(page)).toContainText("已批准");
      await expect(latest(page)).toContainText(/九龙坡.*承办/);
    }
    await taker.goto(path);
    await expect(standing(taker)).toContainText(["已退回"]);
    await expect(taker.locator("dl.facts")).toContainText("九龙坡");
    await expect(taker.getByRole("link", { name: "下令", exact: true })).toBeVisible();
    await expect(requests(taker).locator("summary", { hasText: "申请退回" })).toHaveCount(0);
    await expectAccessible(taker);
  });
});
