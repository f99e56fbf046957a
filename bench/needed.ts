import { spawnSync } from "node:child_process";
import { accessSync, constants, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";

/** Program → the Debian package that has it, and what is not measured without it. */
const needed = {
  nmap: { package: "nmap", skips: "nmap's columns" },
  "prometheus-blackbox-exporter": {
    package: "prometheus-blackbox-exporter",
    skips: "the exporter's column",
  },
  time: { package: "time", skips: "jochi's memory" },
  perl: { package: "perl", skips: "the world with delay" },
} as const;

export type Needed = keyof typeof needed;

const installMs = 600_000;

/** What there is to measure with. Root gets what is missing; everybody else is told its name. */
export function present(say: (line: string) => void): ReadonlySet<Needed> {
  const all = Object.keys(needed) as Needed[];
  const missing = all.filter((name) => !onPath(name));
  if (missing.length > 0 && process.getuid?.() === 0 && onPath("apt-get")) {
    const packages = missing.map((name) => needed[name].package);
    say(`installing ${packages.join(", ")}`);
    install(packages);
  }
  const absent = missing.filter((name) => !onPath(name));
  if (absent.length > 0) {
    const packages = absent.map((name) => needed[name].package).join(" ");
    const skipped = absent.map((name) => needed[name].skips).join(", ");
    say(`missing: ${absent.join(", ")} (Debian: apt install ${packages}); skipped: ${skipped}`);
  }
  return new Set(all.filter((name) => !absent.includes(name)));
}

function onPath(name: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** What went wrong stands in the log; what came of it is seen by looking again. */
function install(packages: string[]): void {
  const cache = fileURLToPath(new URL("../.cache", import.meta.url));
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const how = { env, encoding: "utf8", timeout: installMs } as const;
  const runs = [
    spawnSync("apt-get", ["update", "-qq"], how),
    spawnSync("apt-get", ["install", "-qq", "-y", "--no-install-recommends", ...packages], how),
  ];
  mkdirSync(cache, { recursive: true });
  const log = runs.map(({ stdout, stderr }) => `${stdout ?? ""}${stderr ?? ""}`).join("");
  writeFileSync(join(cache, "apt-bench.log"), log);
}
