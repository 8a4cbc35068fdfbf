import { expect, expectAccessible, type Page, test } from "../city.ts";

/** Every page a district's duty officer can open from the navigation, and one of each kind behind the lists. */
const LISTS = ["/warnings", "/events", "/events/new", "/orders", "/orders/new", "/orders/saved", "/approvals", "/calendar", "/exports", "/owed", "/risk-points", "/plans", "/reviews", "/kpi-reports", "/duty", "/notices", "/supervision", "/supervision/rules", "/posts", "/evaluation", "/evaluation/appeals", "/evaluation/rates", "/responsibilities", "/c/500106/lanes"];
const BEHIND = ["/warnings", "/events", "/orders", "/risk-points", "/plans", "/reviews", "/c/500106/lanes"];

async function firstBehind(page: Page, list: string): Promise<string | null> {
  await page.goto(`${list}?all=true`); // what is over is behind the list as well
  const link = page.locator(`main a[href^="${list}/"]:not([href*="/new"])`).first();
  return (await link.count()) > 0 ? link.getAttribute("href") : null;
}

for (const theme of ["light", "dark"]) {
  for (const lang of ["zh", "en"]) {
    test(`pages are whole and reachable for all: ${theme}, ${lang}`, async ({ city }) => {
      test.setTimeout(240_000);
      const page = await city.enter({ role: "district_duty", centre: "500106" });
      await page.context().addCookies([
        { name: "theme", value: theme, url: city.address },
        { name: "lang", value: lang, url: city.address },
      ]);
      const paths = ["/c/500106", ...LISTS];
      for (const list of BEHIND) {
        const path = await firstBehind(page, list);
        expect(path, `something to open on ${list}`).not.toBeNull();
        paths.push(path as string);
      }
      for (const path of paths) {
        await page.goto(path);
        await expect(page.locator("main h1, main h2").first(), path).toBeVisible();
        await expect(page.locator("html"), path).toHaveAttribute("lang", lang === "zh" ? /zh/ : /en/);
        await test.step(`axe on ${path}`, () => expectAccessible(page));
      }
    });
  }
}

for (const { role, centre } of [
  { role: "city_duty", centre: "500000" },
  { role: "district_duty", centre: "500106" },
  { role: "township_staff", centre: "500106003" },
]) {
  test(`every door of a cockpit leads somewhere: ${role}`, async ({ city }) => {
    test.setTimeout(180_000);
    const page = await city.enter({ role, centre });
    await page.goto(`/c/${centre}`);
    await expect(page.locator(".ck-panel a").first()).toBeVisible();
    const doors = await page.locator("main a[href]").evaluateAll((links) => links.map((link) => link.getAttribute("href") ?? ""));
    for (const door of new Set(doors)) {
      const answer = await page.request.get(door, { timeout: 20_000 });
      expect(answer.status(), door).toBe(200);
    }
  });
}

test("what lies outside the scope is not there", async ({ city, faults }) => {
  const page = await city.enter({ role: "township_staff", centre: "500106003" });
  for (const path of ["/c/500000", "/c/500106", "/c/500103"]) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(404);
  }
  // The browser itself notes a 404 on the console.
  faults.splice(0, faults.length, ...faults.filter((fault) => !fault.includes("status of 404")));
});
