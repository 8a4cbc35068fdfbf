import { type City, expect, expectAccessible, type Page, test } from "../city.ts";
import { fresh } from "../hub.ts";
import { send, toAllTownships, write } from "../orders.ts";
import { addSystem, ask, forEach } from "../systems.ts";

/** How many never read the order. */
const SILENT = 50;
/** One of them, whose director answers for it. */
const NAMED = "500107005";

/** The parts of an order, as the API lists them. */
interface Parts {
  rows: { recipient: { code: string } }[];
  next: string | null;
}

/** The codes of all who have not read an order. */
async function unread(city: City, token: string, order: string): Promise<string[]> {
  const codes: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const after: string = cursor === "" ? "" : `&cursor=${encodeURIComponent(cursor)}`;
    const page: Parts = await ask<Parts>(city, token, `${order}/assignments?missing=read${after}`);
    codes.push(...page.rows.map(({ recipient }) => recipient.code));
    cursor = page.next;
  }
  return codes;
}

/** Raises all parts of an order from one pressure to the next: a whole page of the board at once, until none is left. */
async function raise(page: Page, order: string, [from, to]: [string, string], words: string): Promise<void> {
  const rows = page.locator("table.supervised tbody tr");
  const board = `/supervision?order=${order.replace("/orders/", "")}&supervision=${from}`;
  let raised = 0;
  for (await page.goto(board); (await rows.count()) > 0; await page.goto(board)) {
    const count = await rows.count();
    await page.getByRole("link", { name: "全选本页" }).click();
    await expect(rows.getByRole("checkbox", { checked: true })).toHaveCount(count);
    await page.locator("#chosen").getByLabel("督办等级").selectOption(to);
    await page.getByRole("button", { name: "查看影响范围" }).click();
    await expect(page.locator(".form-card")).toContainText(`将把 ${count} 项提升为“${words}”。`);
    await page.getByLabel("督办理由").fill("至今未读");
    await page.getByRole("button", { name: "确认督办" }).click();
    await page.waitForURL(/\/supervision$/);
    raised += count;
  }
  expect(raised, `raised to ${to}`).toBe(SILENT);
}

test("of 1,031 townships fifty never read an order, and are pressed up to a red card", async ({ city }) => {
  test.setTimeout(420_000);
  const duty = await city.enter({ role: "city_duty", centre: "500000" });
  const administrator = await city.enter({ role: "system_admin", centre: "500000" });
  const title = fresh("今夜暴雨临灾叫应");

  await write(duty, title, toAllTownships);
  const order = await send(duty);
  // The order's page would draw itself anew with each of a thousand that read it.
  await duty.goto("/calendar");
  const observer = await addSystem(city, administrator, "500000", ["orders:read"]);
  const all = await unread(city, observer, order);
  expect(all).toHaveLength(1031);
  expect(all).toContain(NAMED);
  const silent = [NAMED, ...all.filter((code) => code !== NAMED).slice(0, SILENT - 1)];

  await test.step("the others' own systems read it", async () => {
    await forEach(all.filter((code) => !silent.includes(code)), async (code) => {
      const token = await addSystem(city, administrator, code, ["orders:read", "receipts:write"]);
      await ask(city, token, order);
    });
    expect((await unread(city, observer, order)).sort()).toEqual([...silent].sort());
    await duty.goto(order);
    await expect(duty.locator(".order-figures .figure", { hasText: "已读" })).toContainText(/981 \/ 1,?031/);
  });

  await test.step("whoever has not read it is urged at once", async () => {
    await duty.goto(`${order}/recipients?missing=read`);
    await expect(duty.locator("table tbody tr")).toHaveCount(SILENT);
    await duty.getByRole("button", { name: /催/ }).click();
    await expect(duty.locator("table tbody tr", { hasText: "催办" })).toHaveCount(SILENT);
  });

  await test.step("the supervisor raises them by hand, many at once: yellow, then red", async () => {
    await raise(duty, order, ["urged", "yellow"], "黄牌督办");
    await raise(duty, order, ["yellow", "red"], "红牌督办");
    await expectAccessible(duty);
  });

  await test.step("each red card asks a named post for an explanation, which is given and judged", async () => {
    await duty.goto(order);
    const asked = duty.locator(".request", { hasText: title });
    await expect(asked).toHaveCount(SILENT);
    await expect(asked.filter({ hasNotText: /请.+说明/ })).toHaveCount(0);
    const director = await city.enter({ role: "township_director", centre: NAMED });
    await director.goto("/supervision");
    const own = director.locator(".request", { hasText: title });
    await expect(own).toContainText("待说明");
    await own.locator("summary", { hasText: "提交说明" }).click();
    await own.getByLabel("逾期原因与补救措施").fill("值班电话故障,已修复并补读");
    await own.getByRole("button", { name: "提交说明" }).click();
    await expect(own).toContainText("已说明,待认定");
    const given = duty.locator(".request", { hasText: "值班电话故障" });
    await given.getByRole("button", { name: "接受说明" }).click();
    await expect(given).toContainText("已认定");
    await expect(own).toHaveCount(0);
    await expectAccessible(director);
  });
});
