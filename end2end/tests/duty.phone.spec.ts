import { type City, expect, type Page, signIn, test } from "../city.ts";
import { fresh } from "../hub.ts";

const DISTRICT = "500106";

/** Who signed in, by name, as the head of each page says it. */
async function own(page: Page): Promise<string> {
  return page.locator("header details summary").first().innerText();
}

/** The district's two duty officers, each on a phone whose browser runs no script: who is on duty now, and who comes next. */
async function officers(city: City): Promise<{ onDuty: Page; next: Page }> {
  const people = city.accounts.people.filter(({ role, centre }) => role === "district_duty" && centre === DISTRICT);
  expect(people).toHaveLength(2);
  const pages = [];
  for (const person of people) {
    const page = await city.visit({ javaScriptEnabled: false });
    await signIn(page, person);
    await page.goto("/duty");
    pages.push(page);
  }
  const [first, second] = pages as [Page, Page];
  const serves = await first.locator(".duty-now .duty-name b").innerText();
  return (await own(first)).includes(serves) ? { onDuty: first, next: second } : { onDuty: second, next: first };
}

/** A note that waits for the next shift. */
function waiting(page: Page, note: string) {
  return page.locator(".hand-overs li", { hasText: note });
}

test("a shift is handed over with a note, and the next one signs for it", async ({ city }) => {
  test.setTimeout(120_000);
  const { onDuty, next } = await officers(city);
  const note = fresh("南开下穿道 2 号泵待修,巡查每小时一次");
  await expect(onDuty.locator(".duty-now .duty-name b")).toBeVisible();
  const name = await onDuty.locator(".duty-now .duty-name b").innerText();
  expect(await own(onDuty), "who is on duty hands over").toContain(name);
  expect(await own(next)).not.toContain(name);

  await test.step("who is on duty leaves the note", async () => {
    const card = onDuty.locator(".card").filter({ has: onDuty.locator("textarea[name=note]") });
    await card.locator("details summary").click();
    await card.locator("textarea[name=note]").fill(note);
    await card.locator("form:has(textarea) [type=submit]").click();
    await expect(onDuty).toHaveURL(/\/duty/);
    await expect(waiting(onDuty, note)).toContainText(name);
  });

  await test.step("the next one finds it, and signs", async () => {
    await next.goto("/duty");
    await expect(waiting(next, note)).toContainText(name);
    await waiting(next, note).locator("[type=submit]").click();
    await expect(next).toHaveURL(/\/duty/);
    await expect(waiting(next, note)).toHaveCount(0);
  });

  await test.step("the log has both, and the note waits for nobody any more", async () => {
    await onDuty.reload();
    await expect(waiting(onDuty, note)).toHaveCount(0);
    const log = onDuty.locator(".timeline li", { hasText: note });
    await expect(log).toHaveCount(2);
    await expect(log.filter({ hasText: "交班" })).toContainText(name);
    await expect(log.filter({ hasText: "接班确认" })).not.toContainText(name);
  });
});
