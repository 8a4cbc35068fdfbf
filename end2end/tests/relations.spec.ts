import { expect, expectAccessible, type Page, test } from "../city.ts";
import { fresh, move, numberOf, report, standing, unfold } from "../hub.ts";

/** The card of what the case has to do with other cases. */
function related(page: Page) {
  return page.locator("#related");
}

test("two reports of one thing become one case, and two again", async ({ city }) => {
  test.setTimeout(180_000);
  const first = await city.enter({ role: "district_duty", centre: "500106" });
  const second = await city.enter({ role: "district_duty", centre: "500106" });
  const [kept, twin] = [fresh("石门大桥下跌落铁件"), fresh("石门大桥桥下有异响")];
  const into = await report(first, { title: kept, category: "桥隧异常" });
  const number = await numberOf(first);
  await move(first, "受理", "已受理");
  const path = await report(second, { title: twin, category: "桥隧异常" });
  const own = await numberOf(second);
  expect(own).not.toBe(number);
  await move(second, "受理", "已受理");
  await move(second, "立案", "已立案");

  await test.step("the second goes into the first", async () => {
    await unfold(related(second), "并入其他事件");
    await second.getByLabel("并入哪个事件(编号)").fill(number);
    await second.getByLabel("为什么是同一件").fill("同一铁件坠落所致");
    await related(second).getByRole("button", { name: "并入其他事件" }).click();
    await expect(standing(second)).toContainText(["已合并"]);
    await expect(related(second)).toContainText("已并入");
    await expect(related(second).getByRole("link", { name: kept })).toHaveAttribute("href", into);
    await expect(second.locator(".page-head .actions button")).toHaveCount(0);
  });

  await test.step("the first shows it with all that happened to it", async () => {
    await expect(related(first)).toContainText("并入本事件的");
    const line = related(first).locator(".order-line", { hasText: own });
    await unfold(line, "它的经过");
    for (const step of ["上报", "已受理", "已立案", "已合并"]) await expect(line.locator(".timeline")).toContainText(step);
    await expectAccessible(first);
  });

  await test.step("they turn out to be two: it goes on where it stood", async () => {
    await unfold(related(second), "拆开");
    await second.getByLabel("为什么不是同一件").fill("异响来自另一跨支座");
    await related(second).getByRole("button", { name: "拆开" }).click();
    await expect(second.locator(".steps [aria-current]")).toContainText("已立案");
    await expect(second.locator("dl.facts")).toContainText(own);
    for (const line of ["上报", "已受理", "已立案", `→ ${number}`, `← ${number}`, "异响来自另一跨支座"]) {
      await expect(second.locator(".timeline").last()).toContainText(line);
    }
    await expect(related(first)).not.toContainText("并入本事件的");
    await expect(first.locator(".steps [aria-current]")).toContainText("已受理");
    expect(new URL(second.url()).pathname).toBe(path);
    await expectAccessible(second);
  });
});
