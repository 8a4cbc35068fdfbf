import { expect, expectAccessible, test } from "../city.ts";
import { dispatch, move, numberOf, report } from "../hub.ts";
import { card, reportDone, signFor } from "../owed.ts";

/** A phone whose browser runs no script. */
const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, javaScriptEnabled: false };

const TOWNSHIP = "500106003";
const DISTRICT = "500106";

test("a pot-hole goes from the report on a phone to its share in the rates", async ({ city }) => {
  test.setTimeout(180_000);
  const clerk = await city.enter({ role: "township_staff", centre: TOWNSHIP }, PHONE);
  const district = await city.enter({ role: "district_duty", centre: DISTRICT });
  const path = await report(clerk, { title: "渝碚路口路面坑槽,深约 10 厘米", category: "路面坑槽" });

  await district.goto(path);
  await expect(district.locator(".facts").first()).toContainText("渝碚路");
  await move(district, "受理", "已受理");
  await move(district, "立案", "已立案");
  const order = await dispatch(district, { title: "修补渝碚路口坑槽", text: "冷补料临时修补,围挡警示。", to: "渝碚路" });

  await signFor(clerk, "修补渝碚路口坑槽");
  await expect(card(clerk, "修补渝碚路口坑槽")).toContainText("办理中");
  await reportDone(clerk, "修补渝碚路口坑槽", { note: "已修补并清扫", photo: "pothole.png" });

  await district.goto(order);
  await district.locator(".tree tbody tr", { hasText: "渝碚路街道" }).getByRole("button", { name: "核实通过" }).click();
  await expect(district.locator(".tree tbody tr", { hasText: "渝碚路街道" })).toContainText("已核实");
  await district.goto(path);
  await move(district, "结案", "已结案");
  const number = await numberOf(district);
  await district.goto(`/evaluation/cases?filter[rate]=closed_in_time&filter[centre]=${TOWNSHIP}`);
  await expect(district.locator("main")).toContainText(number);
  await expectAccessible(district);
  await clerk.goto(path);
  await expect(clerk.locator(".timeline")).toContainText("结案");
});
