import { execFile, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { Order, Played } from "./_driver.ts";

const browsers = ["/usr/bin/chromium", "/usr/bin/firefox-esr"];
const missing = browsers.filter((path) => !existsSync(path));
const alone = ["unshare", "-rn", "sh", "-c", 'ip link set lo up; exec "$@"', "sh"];

/** False, or in one line why tests with a browser are skipped. */
export const noPlay: string | false =
  missing.length > 0
    ? `no ${missing.join(", ")}`
    : spawnSync(alone[0]!, [...alone.slice(1), "true"]).status === 0
      ? false
      : "no network namespace can be made here";

const driver = fileURLToPath(new URL("_driver.ts", import.meta.url));
const mostMs = 110_000;

/** Plays a scene where nothing leads out. */
export async function play(order: Order): Promise<Played> {
  const command = [...alone, process.execPath, driver, JSON.stringify(order)];
  const { stdout } = await promisify(execFile)(command[0]!, command.slice(1), {
    timeout: mostMs,
    maxBuffer: 64 * 1_048_576,
    env: { ...process.env, JOCHI_NETWORK: "none" },
  });
  return JSON.parse(stdout) as Played;
}
