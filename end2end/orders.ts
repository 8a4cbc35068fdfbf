import type { Page } from "./city.ts";

/** Writes an order on the form, and goes on to whom it would reach. */
export async function write(page: Page, title: string, choose: (page: Page) => Promise<void>): Promise<void> {
  await page.goto("/orders/new");
  await page.getByLabel("标题").fill(title);
  await page.getByLabel("正文").fill("今日 18 时前完成。");
  await choose(page);
  await page.getByRole("button", { name: "下一步:核对接收单位" }).click();
  await page.waitForURL(/\/orders\/drafts\/\d+$/);
}

/** Chooses every township of the city. */
export async function toAllTownships(page: Page): Promise<void> {
  await page.getByLabel("全部镇街,属于").selectOption({ index: 1 });
}

/** Sends what was checked; leads to the order. */
export async function send(page: Page): Promise<string> {
  await page.locator(".confirm-go").click();
  await page.waitForURL(/\/orders\/\d+$/);
  return new URL(page.url()).pathname;
}
