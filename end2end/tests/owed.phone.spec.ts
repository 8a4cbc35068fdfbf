import { expect, expectAccessible, type Page, test } from "../city.ts";

/** What a phone may not show: a page wider than its screen, or a target too small for a thumb. Links within a sentence are text. */
async function faultsOfReach(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
    for (const target of document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")) {
      if (target.closest("details:not([open]) > :not(summary), .visually-hidden, .skip")) continue;
      if (target instanceof HTMLAnchorElement && target.closest("p, dd") && !target.matches(".button, .chip")) continue;
      const { width, height } = (target.closest("label:not(.field)") ?? target).getBoundingClientRect();
      if (width > 0 && (width < 44 || height < 44))
        found.push(`too small: ${target.tagName.toLowerCase()} "${target.textContent}" ${Math.round(width)}×${Math.round(height)}`);
    }
    return found;
  });
}

/** A township whose demo owes something of every kind. */
const WHO = { role: "township_staff", centre: "500156004" };

for (const javaScriptEnabled of [false, true]) {
  test(`what a township owes is within a thumb's reach, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ city }) => {
    const page = await city.enter(WHO, { javaScriptEnabled });
    await expect(page).toHaveURL(/\/owed$/);
    await expect(page.locator(".owed-card").first()).toBeVisible();
    expect(await faultsOfReach(page)).toEqual([]);
    if (javaScriptEnabled) await expectAccessible(page); // axe is a script itself

    const report = page.getByRole("link", { name: "反馈", exact: true });
    const card = page.locator(".owed-card").filter({ has: report }).first();
    const task = await card.getByRole("heading").innerText();
    await card.locator(report).click();
    await expect(page.locator("#mine")).toContainText(task);
    expect(await faultsOfReach(page)).toEqual([]);
    for (const form of ["反馈进展", "退回"]) {
      await page.locator("#mine summary", { hasText: form }).click();
      expect(await faultsOfReach(page), form).toEqual([]);
    }
    if (javaScriptEnabled) await expectAccessible(page); // axe is a script itself
  });

  test(`every page of the phone's bar fits it, JavaScript ${javaScriptEnabled ? "on" : "off"}`, async ({ city }) => {
    const page = await city.enter(WHO, { javaScriptEnabled });
    const bar = await page.locator(".side a").evaluateAll((links) =>
      links.filter((link) => link.getBoundingClientRect().width > 0).map((link) => link.getAttribute("href") ?? ""),
    );
    expect(bar.length).toBeGreaterThan(3);
    for (const path of [...bar, "/events/new"]) {
      await page.goto(path);
      await expect(page.locator("main h1, main h2").first(), path).toBeAttached();
      expect(await faultsOfReach(page), path).toEqual([]);
    }
  });
}
