import { expect, type Page, test } from "../city.ts";
import { publish } from "../gauge.ts";
import { card, reportDone, reportProgress, signFor } from "../owed.ts";
import { witness } from "../witness.ts";

const WALL = { viewport: { width: 1920, height: 1080 } };
/** A phone whose browser runs no script. */
const PHONE = {
  viewport: { width: 390, height: 844 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  javaScriptEnabled: false,
};

/** What the plan for the Nankai Underpass orders, and whom (data/plans.json). */
const CLOSE = "封闭下穿道两端";
const PUMP = "启动 1、2 号泵抽排";
const DETOUR = "发布绕行信息";
const GRATES = "清掏上游雨水箅子";
const GARAGES = "排查周边地下车库";
const REOPEN = "水位回落至 20 cm 以下";
/** What the district makes of its own part when it passes it down. */
const TRUCK = "派移动泵车一台到下穿道东口";
const ALL = [CLOSE, PUMP, DETOUR, GRATES, GARAGES, REOPEN];

/** The row of a task in an order's tree. */
function row(page: Page, task: string) {
  return page.locator(".tree tbody tr", { hasText: task });
}

/** How many of an order's recipients got how far: 已送达, 已读, 已签收, 已办结. */
function figure(page: Page, name: string) {
  return page.locator(".order-figures .figure", { hasText: name });
}

/** Signs for the task at the head of the order's own page. */
async function signOnOrder(page: Page, task: string): Promise<void> {
  await expect(page.locator("#mine")).toContainText(task);
  await page.locator("#mine").getByRole("button", { name: "签收" }).click();
  await expect(row(page, task)).toContainText("已签收");
}

/** Brings another of the reader's own tasks to the head of the order's page. */
async function workOn(page: Page, task: string): Promise<void> {
  await row(page, task).getByRole("link", { name: "办理此项" }).click();
}

/** The figure of the loop's last step on a cockpit: reviews that are open. */
async function openReviews(page: Page): Promise<number> {
  return Number(await page.locator(".ck-ribbon li").last().locator("strong").innerText());
}

test("a flooded underpass goes once around the loop", async ({ city }) => {
  test.setTimeout(300_000);
  const duty = await city.enter({ role: "city_duty", centre: "500000" }, WALL);
  const district = await city.enter({ role: "district_duty", centre: "500106" });
  const township = await city.enter({ role: "township_staff", centre: "500106003" }, PHONE);
  // The city's wall hangs beside its duty officer's own screen.
  const wall = await duty.context().newPage();
  await wall.goto("/c/500000?kiosk");
  await duty.goto("/c/500000");
  await district.goto("/c/500106");
  for (const page of [wall, duty, district]) {
    await expect(page.locator(".ck-warnings li").first()).toBeVisible();
    await expect(page.locator(".ck-warnings")).not.toContainText("南开下穿道");
  }
  const reviewsBefore = await openReviews(wall);
  const untouched = { wall: await witness(wall), duty: await witness(duty), district: await witness(district) };

  await test.step("a reading becomes a warning on every screen above it", async () => {
    const gauge = { device: "UP-500106-01-1", quantity: "water_depth" };
    publish(city, "500106", { ...gauge, value: 31, secondsAgo: 25 });
    publish(city, "500106", { ...gauge, value: 34 });
    for (const page of [wall, duty, district]) {
      const warning = page.locator(".ck-warnings li", { hasText: "南开下穿道积水 34" });
      await expect(warning).toContainText("特别重大");
      await expect(page.locator(".ck-worst")).toContainText("南开下穿道");
    }
  });

  await test.step("one click, after one look at who receives what by when", async () => {
    await duty.locator(".ck-worst").getByRole("link", { name: "一键下令:南开下穿道熔断 · 6 项 → 3 单位" }).click();
    const lines = duty.getByRole("dialog").locator("tbody tr");
    await expect(lines).toHaveCount(ALL.length);
    await expect(lines.filter({ hasText: CLOSE })).toContainText(/渝碚路街道.*应急岗 · .+〔例〕.*\d\d:\d\d/s);
    await expect(lines.filter({ hasText: GRATES })).toContainText("沙坪坝街道");
    const form = await duty.locator("dialog form:has(.confirm-go)").evaluate((element: HTMLFormElement) =>
      Object.fromEntries([...new FormData(element)].map(([name, value]) => [name, `${value}`])),
    );
    await duty.locator(".confirm-go").dblclick();
    await duty.waitForURL(/\/orders\/\d+$/);
    const again = await duty.request.post("/api/orders/issue", {
      form,
      headers: { accept: "application/json", origin: city.address },
    });
    expect(`/orders/${await again.json()}`, "the same form gives the same order").toBe(new URL(duty.url()).pathname);
    await expect(row(duty, CLOSE)).toBeVisible();
    await expect(wall.locator(".ck-worst")).toContainText("已下令 · 看进展");
  });

  await test.step("the district opens the order; the city sees it read", async () => {
    await district.locator(".ck-orders").getByRole("link", { name: /南开下穿道熔断/ }).click();
    await expect(row(district, PUMP)).toContainText("本单位");
    await expect(figure(duty, "已读")).toContainText("3 / 6");
  });

  await test.step("the township signs on a phone without JavaScript", async () => {
    await township.goto("/owed");
    await expect(card(township, CLOSE)).toContainText("待签收");
    await expect(card(township, GARAGES)).toContainText("待签收");
    await signFor(township, CLOSE);
    for (const page of [duty, district]) await expect(row(page, CLOSE)).toContainText("已签收");
    await expect(figure(duty, "已签收")).toContainText("1 / 6");
  });

  await test.step("its report and photo show on the screens above", async () => {
    await reportProgress(township, CLOSE, { percent: 60, note: "东端已封闭,西端正在劝离车辆", photo: "east.png" });
    for (const page of [duty, district]) {
      await expect(page.locator(".reports")).toContainText("西端正在劝离车辆");
      await expect(row(page, CLOSE)).toContainText("60%");
      const photo = page.locator(".reports img");
      // A change that arrives now draws the list anew under the reader's hand.
      await expect(() => photo.scrollIntoViewIfNeeded({ timeout: 2000 })).toPass();
      await expect.poll(() => photo.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(320);
    }
    await reportDone(township, CLOSE, { note: "两端已封闭,人车已劝离" });
    for (const page of [duty, district]) await expect(row(page, CLOSE)).toContainText("待核实");
    await signFor(township, GARAGES);
    await reportDone(township, GARAGES, { note: "车库 3 处已排查,无人员受困", photo: "garage.png" });
    await expect(figure(duty, "已办结")).toContainText("2 / 6");
  });

  await test.step("the district passes a task down, and verifies what comes back", async () => {
    await signOnOrder(district, PUMP);
    await district.locator("#mine summary", { hasText: "转派下级" }).click();
    await district.getByLabel("渝碚路街道").check();
    await district.getByLabel("任务内容").fill(TRUCK);
    await district.getByRole("button", { name: "转派", exact: true }).click();
    await expect(row(duty, TRUCK)).toContainText("渝碚路街道");
    await signFor(township, TRUCK);
    await reportDone(township, TRUCK, { note: "泵车就位,开始抽排", photo: "truck.png" });
    await row(district, TRUCK).getByRole("button", { name: "核实通过" }).click();
    for (const page of [duty, district]) await expect(row(page, TRUCK)).toContainText("已核实");
    for (const task of [DETOUR, REOPEN]) {
      await workOn(district, task);
      await signOnOrder(district, task);
    }
    await untouched.district();
  });

  await test.step("the rest is done", async () => {
    const neighbour = await city.enter({ role: "township_staff", centre: "500106002" }, PHONE);
    await signFor(neighbour, GRATES);
    await reportDone(neighbour, GRATES, { note: "雨水箅子已清掏", photo: "grates.png" });
    for (const task of [PUMP, DETOUR, REOPEN]) {
      await reportDone(district, task, { note: `办结:${task}`, photo: "district.png" });
    }
    await expect(figure(duty, "已办结")).toContainText("6 / 6");
  });

  await test.step("the city verifies and closes; the district sees it", async () => {
    await district.locator(".facts a[href^='/events/']").click();
    await expect(district.getByRole("heading", { level: 1 })).toContainText("南开下穿道");
    untouched.district = await witness(district);
    for (const task of ALL) {
      await row(duty, task).getByRole("button", { name: "核实通过" }).click();
      await expect(row(duty, task)).toContainText("已核实");
    }
    await expect(district.locator(".steps [aria-current]")).toContainText("已核查");
    await duty.locator(".facts a[href^='/events/']").click();
    await expect(duty.locator(".order-line")).toHaveCount(1);
    await duty.getByRole("button", { name: "结案" }).click();
    for (const page of [duty, district]) await expect(page.locator(".steps [aria-current]")).toContainText("已结案");
    await expect.poll(() => openReviews(wall)).toBe(reviewsBefore + 1);
  });

  await test.step("closing opened the review: from the audit log, plan against actual, and what must change", async () => {
    for (const page of [duty, district]) {
      await page.getByRole("link", { name: "查看复盘" }).click();
      for (const line of ["预警", "一键下令", "转派", "反馈", "开启复盘"]) {
        await expect(page.locator(".timeline b").filter({ hasText: new RegExp(`^${line}$`) }).first()).toBeAttached();
      }
    }
    const steps = duty.locator("section", { hasText: "预案与实际" }).locator("tbody tr");
    for (const task of ALL) await expect(steps.filter({ hasText: task })).toContainText(/提前 \d+ 分钟/);
    await duty.getByText("新增改进项").first().click();
    await duty.getByLabel("要改什么").fill("东口泵车驻点前移到小龙坎");
    await duty.getByLabel("责任中心").selectOption("500106");
    await duty.getByLabel("责任人").fill("沙坪坝区市政设施科");
    await duty.getByLabel("完成日期").fill("2099-12-31");
    await duty.getByRole("button", { name: "新增改进项" }).click();
    for (const page of [duty, district]) {
      await expect(page.locator(".improvements li")).toContainText(/泵车驻点前移.*沙坪坝区市政设施科.*2099-12-31/s);
    }
  });

  for (const stillThere of Object.values(untouched)) await stillThere();
});
