import { execFileSync } from "node:child_process";

import type { City } from "./city.ts";

/** What one device measured, and how many seconds ago. */
export interface Reading {
  device: string;
  quantity: string;
  value: number;
  secondsAgo?: number;
}

/**
 * Sends readings as a district's gateway would, through `mosquitto_pub`: a client that nobody here wrote. With QoS 1 it ends
 * well only when the city has acknowledged them.
 */
export function publish(city: City, district: string, ...readings: Reading[]): void {
  const login = `gw-${district}`;
  const gateway = city.accounts.gateways.find((one) => one.login === login);
  if (!gateway) throw new Error(`the demo has no gateway ${login}`);
  const { hostname, port } = new URL(city.accounts.mqtt);
  const message = {
    readings: readings.map(({ secondsAgo = 0, ...reading }) => ({
      ...reading,
      at: new Date(Date.now() - secondsAgo * 1000).toISOString(),
    })),
  };
  execFileSync("mosquitto_pub", [
    ...["-h", hostname, "-p", port, "-i", `${login}-story`, "-u", gateway.login, "-P", gateway.password],
    ...["-q", "1", "-t", `v1/gateways/${login}/readings`, "-m", JSON.stringify(message)],
  ]);
}
