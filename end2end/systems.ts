import { randomBytes } from "node:crypto";

import { type City, expect, type Page } from "./city.ts";

/** How many systems ask at once. */
const AT_ONCE = 8;

/** Adds a system of a centre, as the system administrator's form does, and returns its token. `page` is the administrator's. */
export async function addSystem(city: City, page: Page, centre: string, scopes: string[]): Promise<string> {
  const token = `chm_${randomBytes(32).toString("hex")}`;
  const form = new URLSearchParams({
    "new[name]": `${centre} 政务协同系统`,
    "new[centre]": centre,
    "new[per_minute]": "600",
    "new[per_day]": "50000",
    "new[token]": token,
  });
  for (const scope of scopes) form.append("new[scopes][]", scope);
  const answer = await page.request.post("/api/api-clients/add", {
    data: form.toString(),
    headers: { "accept": "application/json", "origin": city.address, "content-type": "application/x-www-form-urlencoded" },
  });
  expect(answer.status(), `a system of ${centre}`).toBe(200);
  return token;
}

/** What the API answers a system. */
export async function ask<T>(city: City, token: string, path: string): Promise<T> {
  const answer = await fetch(`${city.address}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  expect(answer.status, path).toBe(200);
  return (await answer.json()) as T;
}

/** Does something for each, several at once. */
export async function forEach<T>(all: T[], work: (one: T) => Promise<void>): Promise<void> {
  const left = [...all];
  const worker = async () => {
    for (let one = left.pop(); one !== undefined; one = left.pop()) await work(one);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
}
