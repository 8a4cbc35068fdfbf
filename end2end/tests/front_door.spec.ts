import { expect, expectAccessible, test } from "../city.ts";

test("the city answers, and knows that it can work", async ({ request }) => {
  expect((await request.get("/healthz")).status()).toBe(200);
  expect((await request.get("/readyz")).status()).toBe(200);
});

test("who has not signed in is led to the door", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.locator("input[name=password]")).toBeVisible();
  await expectAccessible(page);
});
