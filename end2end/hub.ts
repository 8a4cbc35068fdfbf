import { expect, type Page } from "./city.ts";

/** What somebody says of what they saw. */
export interface Seen {
  title: string;
  /** Its name on the responsibility list. */
  category: string;
  /** The centre where it is; the reporter's own when left out. */
  centre?: string;
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

/** The number of the case that a page shows. */
export async function numberOf(page: Page): Promise<string> {
  const number = (await page.locator("main").innerText()).match(/SJ-\d{4}-\d{4}-\d+/);
  if (number === null) throw new Error(`no number on ${page.url()}`);
  return number[0];
}

/** One move of the case that needs no reason; it is seen in its new state. */
export async function move(page: Page, step: string, state: string): Promise<void> {
  await page.getByRole("button", { name: step, exact: true }).click();
  await expect(page.locator(".steps [aria-current]")).toContainText(state);
}
