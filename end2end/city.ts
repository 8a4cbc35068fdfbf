import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { join, resolve } from "node:path";

import AxeBuilder from "@axe-core/playwright";
import { type BrowserContext, type BrowserContextOptions, expect, type Locator, type Page, test as base } from "@playwright/test";

import { CITY_ACCOUNTS, CITY_ADDRESS, CITY_ENVIRONMENT } from "./server.ts";

export { expect, type Locator, type Page };

/** One of the demo's people, as `cityhelm demo-accounts --json` prints them. */
export interface Person {
  login: string;
  password: string;
  role: string;
  centre: string;
}

/** The demo's doors for machines. */
export interface Accounts {
  people: Person[];
  gateways: { login: string; password: string }[];
  mqtt: string;
  database: string;
}

/** Whom a story asks for: the first account of that role, at that centre when one is named. */
export interface Wanted {
  role: string;
  centre?: string;
}

/** The city a story lives in. */
export interface City {
  address: string;
  accounts: Accounts;
  person(wanted: Wanted): Person;
  /** A browser of their own for that person, signed in and on the page that signing in leads to. */
  enter(wanted: Wanted, options?: BrowserContextOptions): Promise<Page>;
  /** A browser of their own for somebody who has not signed in. */
  visit(options?: BrowserContextOptions): Promise<Page>;
  /** Runs `cityhelm` with these arguments on this city and returns what it printed. */
  run(...command: string[]): string;
  /** The same beside the story (`simulate`); stopped when the story ends. */
  start(...command: string[]): ChildProcess;
}

const root = resolve(import.meta.dirname, "..");
const binary = process.env["CITYHELM_BIN"] ?? join(root, "target/debug/cityhelm");

function fromSetup(name: string): string {
  const value = process.env[name];
  if (value === undefined) throw new Error(`${name} is not set: stories run through Playwright's global set-up`);
  return value;
}

/**
 * What no page may do: complain on the console (a hydration fault shows nowhere else), throw, or ask any host but our own.
 * Collected from every page of the context and held against the story when it ends.
 */
function watch(context: BrowserContext, address: string, faults: string[]): void {
  context.on("console", (message) => {
    if (message.type() === "error") faults.push(`console: ${message.text()} (${message.location().url})`);
  });
  context.on("weberror", (problem) => faults.push(`uncaught: ${problem.error().stack ?? problem.error().message}`));
  context.on("request", (request) => {
    const url = request.url();
    const ours = url.startsWith(`${address}/`) || url.startsWith("data:") || url.startsWith("blob:");
    if (!ours) faults.push(`outside request: ${url}`);
  });
}

export const test = base.extend<{ faults: string[]; city: City }>({
  /** A story that provokes an error on purpose takes it out of here, by name. */
  faults: [
    async ({}, use) => {
      const faults: string[] = [];
      await use(faults);
      expect(faults, "what the pages complained of").toEqual([]);
    },
    { auto: true },
  ],

  baseURL: async ({}, use) => use(fromSetup(CITY_ADDRESS)),

  context: async ({ context, faults }, use) => {
    watch(context, fromSetup(CITY_ADDRESS), faults);
    await use(context);
  },

  city: async ({ browser, faults, contextOptions, viewport, hasTouch, isMobile, deviceScaleFactor, locale, timezoneId }, use) => {
    const address = fromSetup(CITY_ADDRESS);
    const accounts = JSON.parse(fromSetup(CITY_ACCOUNTS)) as Accounts;
    const environment = JSON.parse(fromSetup(CITY_ENVIRONMENT)) as Record<string, string>;
    const contexts: BrowserContext[] = [];
    const children: ChildProcess[] = [];

    const visit = async (options: BrowserContextOptions = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        viewport,
        hasTouch,
        isMobile,
        ...(deviceScaleFactor === undefined ? {} : { deviceScaleFactor }),
        ...(locale === undefined ? {} : { locale }),
        ...(timezoneId === undefined ? {} : { timezoneId }),
        ...options,
        baseURL: address,
      });
      watch(context, address, faults);
      contexts.push(context);
      return context.newPage();
    };

    const person = ({ role, centre }: Wanted) => {
      const found = accounts.people.find((one) => one.role === role && (centre === undefined || one.centre === centre));
      if (!found) throw new Error(`the demo has no ${role}${centre === undefined ? "" : ` at ${centre}`}`);
      return found;
    };

    await use({
      address,
      accounts,
      person,
      visit,
      async enter(wanted, options) {
        const page = await visit(options);
        await signIn(page, person(wanted));
        return page;
      },
      run: (...command) => execFileSync(binary, command, { cwd: root, env: environment, encoding: "utf8" }),
      start(...command) {
        const child = spawn(binary, command, { cwd: root, env: environment, stdio: "ignore" });
        children.push(child);
        return child;
      },
    });

    for (const child of children) child.kill("SIGTERM");
    for (const context of contexts) await context.close();
  },
});

/** Signs in by the form, as a person does, with or without WASM. */
export async function signIn(page: Page, person: Person): Promise<void> {
  await page.goto("/sign-in");
  await page.locator("input[name=login]").fill(person.login);
  await page.locator("input[name=password]").fill(person.password);
  await page.locator("form:has(input[name=password]) [type=submit]").click();
  await page.waitForURL((url) => url.pathname !== "/sign-in");
}

/** axe finds nothing serious on the page as it stands. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map(({ target }) => target.join(" ")).join("; ")})`);
  expect(serious, "what axe finds serious").toEqual([]);
}
