import { expect, expectAccessible, type Page, test } from "../city.ts";
import { dispatch, fresh, move, numberOf, report, standing, unfold } from "../hub.ts";
import { reportDone, signFor } from "../owed.ts";

const LEAD = "500106";
const HELPER = "500107";

/** The card of who leads and who helps. */
function helpers(page: Page) {
  return page.locator("#helpers");
}

test("a case that spills over the border is handled by two districts under one lead", async ({ city, faults }) => {
  test.setTimeout(180_000);
  const lead = await city.enter({ role: "district_duty", centre: LEAD });
  const helper = await city.enter({ role: "district_duty", centre: HELPER });
  const above = await city.enter({ role: "city_duty", centre: "500000" });
  const title = fresh("凤鸣沟油污下漂");
  const task = fresh("下游布设围油栏");
  const path = await report(lead, { title, category: "水体污染" });
  const number = await numberOf(lead);

  await test.step("the lead names its neighbour, which sees nothing before the city consents", async () => {
    await unfold(helpers(lead), "指定协同单位");
    await lead.getByLabel("协同单位").selectOption(HELPER);
    await lead.getByLabel("协同事项").fill(task);
    await helpers(lead).getByRole("button", { name: "指定协同单位" }).click();
    await expect(helpers(lead)).toContainText("待上级同意");
    expect((await helper.goto(path))?.status(), "before the consent").toBe(404);
    faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("status of 404")));
    await above.goto(path);
    await expect(helpers(above)).toContainText(task);
    await helpers(above).getByRole("button", { name: "同意", exact: true }).click();
    for (const page of [above, lead]) await expect(helpers(page)).toContainText("协同中");
  });

  await test.step("the case is in the neighbour's list, and the lead's to move", async () => {
    await helper.goto(`/events?search=${number}`);
    await helper.getByRole("link", { name: title }).click();
    await expect(helpers(helper)).toContainText(task);
    await expect(helper.locator(".page-head .actions button")).toHaveCount(0);
    await expect(lead.locator(".page-head .actions").getByRole("button", { name: "受理", exact: true })).toBeVisible();
    await expectAccessible(helper);
  });

  await test.step("the lead orders its neighbour, which does its part and says so", async () => {
    await move(lead, "受理", "已受理");
    await move(lead, "立案", "已立案");
    const order = await dispatch(lead, { title: task, text: "两小时内布设,专人值守。", to: "九龙坡" });
    await signFor(helper, task);
    await reportDone(helper, task, { note: "围油栏两道已布设" });
    await helper.goto(path);
    await helpers(helper).getByRole("button", { name: "本方已完成" }).click();
    await expect(helpers(helper)).toContainText("已完成");
    await lead.goto(order);
    await lead.locator(".tree tbody tr", { hasText: task }).getByRole("button", { name: "核实通过" }).click();
    await expect(lead.locator(".tree tbody tr", { hasText: task })).toContainText("已核实");
  });

  await test.step("the lead closes; both read the whole of it", async () => {
    await lead.goto(path);
    await expect(helpers(lead)).toContainText("已完成");
    await move(lead, "结案", "已结案");
    await expect(standing(helper)).toContainText(["已结案"]);
    for (const page of [lead, helper]) {
      for (const line of ["指定协同单位", "协同办理", "结案"]) await expect(page.locator(".timeline")).toContainText(line);
    }
    await expectAccessible(lead);
  });
});
