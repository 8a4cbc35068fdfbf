import { execFileSync, spawn } from "node:child_process";
import { chmodSync, createWriteStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** Where the stories find the city; set here, read in city.ts. */
export const CITY_ADDRESS = "CITYHELM_END2END_ADDRESS";
export const CITY_ACCOUNTS = "CITYHELM_END2END_ACCOUNTS";
export const CITY_ENVIRONMENT = "CITYHELM_END2END_ENVIRONMENT";

const root = resolve(import.meta.dirname, "..");
const binary = process.env["CITYHELM_BIN"] ?? join(root, "target/debug/cityhelm");

/** The first start makes a database cluster and six months of demo city, unoptimised. */
const START_LIMIT_MS = 300_000;

/**
 * Starts a demo city of its own for this run: a fresh data directory, free ports on 127.0.0.1, its private PostgreSQL.
 * What it says is kept in end2end/server.log. The function returned takes it all away again.
 */
export default async function start(): Promise<() => Promise<void>> {
  const home = mkdtempSync(join(tmpdir(), "cityhelm-end2end-"));
  chmodSync(home, 0o711); // the database runs as another user when this runs as root, and must pass through
  const settings = join(home, "cityhelm.toml");
  writeFileSync(settings, "");
  const [http, mqtt] = [await freePort(), await freePort()];
  const address = `http://127.0.0.1:${http}`;
  // What is set for somebody's own city must not reach this one.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(CITYHELM_|DATABASE_URL$|LEPTOS_)/.test(name));
  const environment = {
    ...Object.fromEntries(inherited),
    CITYHELM_CONFIG: settings,
    CITYHELM_DATA_DIR: join(home, "data"),
    CITYHELM_LISTEN: `127.0.0.1:${http}`,
    CITYHELM_MQTT_LISTEN: `127.0.0.1:${mqtt}`,
    CITYHELM_ROOMS: "视频会商|Video=https://meet.example/{number}",
    LEPTOS_SITE_ROOT: join(root, "target/site"),
  };

  // Stories are told in a still city, where nothing else is heard; pictures show one that lives.
  const life = process.env["CITYHELM_PICTURES"] === undefined ? ["--still"] : [];
  const log = join(import.meta.dirname, "server.log");
  const words = createWriteStream(log);
  const server = spawn(binary, ["serve", "--demo", ...life], { cwd: root, env: environment, stdio: ["ignore", "pipe", "pipe"] });
  server.stdout.pipe(words);
  server.stderr.pipe(words);
  const ended = new Promise<void>((settle) => {
    server.once("exit", () => settle());
    server.once("error", () => settle());
  });
  const running = () => server.pid !== undefined && server.exitCode === null && server.signalCode === null;

  const stop = async () => {
    if (running()) {
      server.kill("SIGINT");
      const late = setTimeout(() => server.kill("SIGKILL"), 30_000);
      await ended;
      clearTimeout(late);
    }
    rmSync(home, { recursive: true, force: true });
  };

  const deadline = Date.now() + START_LIMIT_MS;
  while (!(await answers(`${address}/readyz`))) {
    if (!running() || Date.now() > deadline) {
      await stop();
      const last = readFileSync(log, "utf8").split("\n").slice(-40).join("\n");
      throw new Error(`cityhelm did not become ready; its last words (${log}):\n${last}`);
    }
    await new Promise((settle) => setTimeout(settle, 250));
  }

  process.env[CITY_ADDRESS] = address;
  process.env[CITY_ENVIRONMENT] = JSON.stringify(environment);
  process.env[CITY_ACCOUNTS] = execFileSync(binary, ["demo-accounts", "--json"], {
    cwd: root,
    env: environment,
    encoding: "utf8",
  });
  return stop;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false; // not listening yet
  }
}

function freePort(): Promise<number> {
  return new Promise((settle, fail) => {
    const probe = createServer();
    probe.once("error", fail);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? settle(address.port) : fail(new Error("no port"))));
    });
  });
}
