import { expect, type Page, test } from "../city.ts";

/** What a wall may never show: a scrollbar, text cut off, or two panels over each other. */
async function faultsOfLayout(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const root = document.documentElement;
    if (root.scrollHeight > root.clientHeight) found.push(`scrolls down: ${root.scrollHeight} > ${root.clientHeight}`);
    if (root.scrollWidth > root.clientWidth) found.push(`scrolls sideways: ${root.scrollWidth} > ${root.clientWidth}`);
    const name = (element: Element) => `${element.tagName.toLowerCase()}.${element.className}`;
    for (const element of document.querySelectorAll("main *, header *, footer *")) {
      if (!(element instanceof HTMLElement) || element.closest(".maplibregl-map, dialog:not([open]), svg, .visually-hidden")) continue;
      const style = getComputedStyle(element);
      // A sentence may end in an ellipsis where the design says so; a figure, a label or a box may not.
      const cuts = style.overflowX === "hidden" && style.textOverflow !== "ellipsis";
      const hasText = [...element.childNodes].some((child) => child.nodeType === Node.TEXT_NODE && child.textContent?.trim());
      if (cuts && hasText && element.clientWidth > 1 && element.scrollWidth > element.clientWidth + 1)
        found.push(`cut: ${name(element)} "${element.innerText.slice(0, 30)}"`);
      if (style.overflowY === "auto" || style.overflowY === "scroll")
        if (element.scrollHeight > element.clientHeight + 1) found.push(`scrollbar in ${name(element)}`);
    }
    // What sticks out of its box at the bottom or the right is cut off, or lies over its neighbour.
    for (const box of document.querySelectorAll(".ck-title, .ck-ribbon li, .ck-panel, .ck-worst, .ck-strip")) {
      const edge = box.getBoundingClientRect();
      for (const part of box.querySelectorAll("*")) {
        if (part.closest("svg, dialog:not([open]), details:not([open]) > :not(summary), .visually-hidden")) continue;
        const inner = part.getBoundingClientRect();
        if (inner.height > 0 && (inner.bottom > edge.bottom + 1 || inner.right > edge.right + 1))
          found.push(`sticks out of ${name(box)}: ${name(part)} "${part.textContent?.slice(0, 20)}"`);
      }
    }
    const panels = [...document.querySelectorAll(".ck-panel")].map((panel) => ({ panel, box: panel.getBoundingClientRect() }));
    panels.forEach(({ panel, box }, at) => {
      if (box.right > innerWidth + 1 || box.bottom > innerHeight + 1) found.push(`outside: ${name(panel)}`);
      for (const other of panels.slice(at + 1)) {
        if (panel.contains(other.panel) || other.panel.contains(panel)) continue;
        const wide = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
        const high = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
        if (wide > 1 && high > 1) found.push(`overlap: ${name(panel)} and ${name(other.panel)}`);
      }
    });
    return found;
  });
}

for (const { who, role, centre } of [
  { who: "the city", role: "city_leader", centre: "500000" },
  { who: "a district", role: "district_duty", centre: "500106" },
  { who: "a township", role: "township_director", centre: "500106003" },
]) {
  test(`the wall of ${who} fits its screen`, async ({ city }) => {
    const page = await city.enter({ role, centre });
    await page.goto(`/c/${centre}?kiosk`);
    await expect(page.locator(".ck-panel").first()).toBeVisible();
    await page.waitForLoadState("networkidle").catch(() => undefined); // the live stream never rests
    expect(await faultsOfLayout(page)).toEqual([]);
  });
}
