import { expect, type Locator, type Page } from "./city.ts";
import { photo } from "./photo.ts";

/** What somebody reports on a task. */
export interface Report {
  note: string;
  percent?: number;
  /** Name of a photo that goes with it. */
  photo?: string;
}

/** The card of a task on the page of what is owed. */
export function card(page: Page, task: string): Locator {
  return page.locator(".owed-card").filter({ has: page.getByRole("heading", { name: task }) });
}

/** 签收, on the page of what is owed; with or without JavaScript. */
export async function signFor(page: Page, task: string): Promise<void> {
  await page.goto("/owed");
  await card(page, task).getByRole("button", { name: "签收", exact: true }).click();
  await expect(card(page, task)).toContainText("办理中");
}

async function fillReport(page: Page, task: string, report: Report): Promise<void> {
  await page.goto("/owed");
  await card(page, task).getByRole("link", { name: "反馈", exact: true }).click();
  await expect(page.locator("#mine")).toContainText(task);
  await page.locator("#mine summary", { hasText: "反馈进展" }).click();
  if (report.percent !== undefined) await page.getByLabel("进度(%)").fill(`${report.percent}`);
  await page.getByLabel("办理情况").fill(report.note);
  if (report.photo !== undefined) await page.getByLabel(/^照片/).setInputFiles(photo(report.photo));
}

/** Reports how far a task has come. */
export async function reportProgress(page: Page, task: string, report: Report): Promise<void> {
  await fillReport(page, task, report);
  await page.getByRole("button", { name: "提交反馈" }).click();
  await expect(page.locator(".reports")).toContainText(report.note);
}

/** Reports a task done. */
export async function reportDone(page: Page, task: string, report: Report): Promise<void> {
  await fillReport(page, task, report);
  await page.getByRole("button", { name: "报办结" }).click();
  await expect(page.locator(".reports")).toContainText(report.note);
  await expect(page.locator(".tree tr", { hasText: task })).toContainText("待核实");
}
