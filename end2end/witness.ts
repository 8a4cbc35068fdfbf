import { expect, type Page } from "./city.ts";

/**
 * Watches that an open page is never loaded anew: what changes on it after this came by itself. The function returned
 * looks whether that is still so.
 */
export async function witness(page: Page): Promise<() => Promise<void>> {
  const mark = `witness-${Math.random()}`;
  await page.evaluate((name) => Object.assign(globalThis, { [name]: true }), mark);
  return async () => {
    expect(await page.evaluate((name) => name in globalThis, mark), `${page.url()} was loaded anew`).toBe(true);
  };
}
