import { expect, expectAccessible, test } from "../city.ts";

test("a list is narrowed by lane, kept as a view, opened from the menu, removed and brought back", async ({ city }) => {
  const director = await city.enter({ role: "district_director", centre: "500106" });
  const officer = await city.enter({ role: "district_duty", centre: "500106" });

  await test.step("the list is narrowed to a lane", async () => {
    await director.goto("/events");
    await director.locator("form.filters select[name=lane]").selectOption({ index: 1 });
    await director.getByRole("button", { name: "筛选" }).click();
    await expect(director).toHaveURL(/lane=[a-z0-9_-]+/);
    await expectAccessible(director);
  });

  await test.step("the director keeps it for the centre, and the menu opens it", async () => {
    await director.locator(".views summary").first().click();
    await director.getByLabel("名称").first().fill("本区重点跑道");
    await director.getByLabel("供本中心共用").check();
    await director.getByLabel("从菜单默认打开").check();
    await director.getByRole("button", { name: "保存当前视图" }).click();
    await expect(director.locator(".view-chips a", { hasText: "本区重点跑道" })).toHaveAttribute("aria-current", "page");
    await director.reload();
    await expect(director.locator("nav.side a", { hasText: "事件" })).toHaveAttribute("href", /lane=/);
    await expectAccessible(director);
  });

  await test.step("the duty officer sees it and may not remove it", async () => {
    await officer.goto("/events");
    const chip = officer.locator(".view-chips a", { hasText: "本区重点跑道" });
    await chip.click();
    await expect(officer).toHaveURL(/lane=/);
    await officer.locator(".views summary").last().click();
    await expect(officer.getByRole("button", { name: "删除" })).toHaveCount(0);
  });

  await test.step("removed, it can be brought back", async () => {
    await director.locator(".views summary").last().click();
    await director.getByRole("button", { name: "删除" }).first().click();
    await expect(director.locator(".view-undo")).toContainText("本区重点跑道");
    await director.getByRole("button", { name: "撤销" }).first().click();
    await expect(director.locator(".view-chips a", { hasText: "本区重点跑道" })).toBeVisible();
  });
});

test("without JavaScript a view is kept and a list becomes a file", async ({ city }) => {
  const officer = await city.enter({ role: "district_duty", centre: "500107" }, { javaScriptEnabled: false });
  await officer.goto("/orders?all=true");
  await officer.locator(".views summary").first().click();
  await officer.locator(".views input[name='new[name]']").fill("全部指令");
  await officer.locator(".views .act-body button.primary").first().click();
  await expect(officer.locator(".view-chips a", { hasText: "全部指令" })).toBeVisible();
  await officer.goto("/orders?all=true");
  await officer.locator(".export-form button[value=csv]").click();
  await expect(officer).toHaveURL(/\/exports$/);
  await expect(officer.getByText("指令列表").first()).toBeVisible();
});

test("what waits for a decision is in one place", async ({ city }) => {
  const leader = await city.enter({ role: "city_leader", centre: "500000" });
  await leader.goto("/approvals");
  await expect(leader.locator("h1")).toBeVisible();
  await expectAccessible(leader);
});
