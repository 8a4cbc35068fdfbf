import { expect, type Locator, type Page } from "./city.ts";

/** What somebody says of what they saw. */
export interface Seen {
  title: string;
  /** Its name on the responsibility list. */
  category: string;
  /** The centre where it is; the reporter's own when left out. */
  centre?: string;
}

/** An order on a case: to one centre, found by its name. */
export interface Dispatched {
  title: string;
  text: string;
  to: string;
}

/** A title that no other case or order has, however often the story was told in this city. */
export function fresh(title: string): string {
  return `${title} ${Date.now().toString(36)}`;
}

/** Reports a case on the form, with or without JavaScript; leads to the case. */
export async function report(page: Page, seen: Seen): Promise<string> {
  await page.goto("/events/new");
  await page.getByLabel("标题").fill(seen.title);
  await page.getByLabel("类别(分级分类库)").selectOption({ label: seen.category });
  if (seen.centre !== undefined) await page.getByLabel("发生地(治理中心)").selectOption(seen.centre);
  await page.getByRole("button", { name: "上报", exact: true }).click();
  // Cases like it are in the city already: the form comes back and asks.
  await page.waitForURL(/\/events\/(\d+|new\?draft=\d+)$/);
  if (page.url().includes("draft=")) {
    await page.getByRole("button", { name: "不是以上事件,仍要上报" }).click();
    await page.waitForURL(/\/events\/\d+$/);
  }
  await expect(page.getByRole("heading", { level: 1 })).toContainText(seen.title);
  return new URL(page.url()).pathname;
}

/** The number of the case that a page shows, of its own facts: other cases' numbers stand on the page too. */
export async function numberOf(page: Page): Promise<string> {
  return page.locator("dl.facts dt", { hasText: "编号" }).locator("+ dd").innerText();
}

/** Where the case stands. */
export function standing(page: Page): Locator {
  return page.locator(".page-head .chip");
}

/** One move of the case that needs no reason; it is seen in its new state. */
export async function move(page: Page, step: string, state: string): Promise<void> {
  await page.getByRole("button", { name: step, exact: true }).click();
  await expect(page.locator(".steps [aria-current]")).toContainText(state);
}

/** Orders one centre on the case that the page shows; leads to the order. */
export async function dispatch(page: Page, order: Dispatched): Promise<string> {
  await page.getByRole("link", { name: "下令", exact: true }).click();
  // The case's page has fields of these names itself.
  await page.waitForURL(/\/orders\/new\?/);
  await page.getByLabel("标题").fill(order.title);
  await page.getByLabel("正文").fill(order.text);
  await page.getByPlaceholder("按名称查找").fill(order.to);
  await page.locator(".centre-tree label:visible input").check();
  await page.getByRole("button", { name: "下一步:核对接收单位" }).click();
  await page.locator(".confirm-go").click();
  await page.waitForURL(/\/orders\/\d+$/);
  return new URL(page.url()).pathname;
}

/** Opens a form that is folded under its name. */
export async function unfold(within: Locator, name: string): Promise<void> {
  await within.locator("summary", { hasText: name }).click();
}
