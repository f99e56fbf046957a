import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { toolEnv } from "./tools.ts";

/** Program → the Debian package that has it. */
const programs = {
  unshare: "util-linux",
  nsenter: "util-linux",
  mount: "mount",
  ip: "iproute2",
  nft: "nftables",
} as const;
const tryMs = 5_000;

const namespaces = ["--net", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"];
/** Root of its own namespaces only: the same for everybody, the machine's root included. */
export const asOwnRoot = ["--user", "--map-root-user", ...namespaces];

/** How the lab's namespaces are made here, or in one line why they cannot be. */
export type Support = { how: string[] } | { missing: string };

export function labSupport(): Support {
  if (process.platform !== "linux") return { missing: "the lab needs Linux" };
  const absent = Object.entries(programs).filter(([name]) => !findProgram(name));
  if (absent.length > 0) {
    const names = absent.map(([name]) => name).join(", ");
    const packages = [...new Set(absent.map(([, name]) => name))].join(" ");
    return { missing: `the lab needs ${names} (Debian: apt install ${packages})` };
  }
  const refusal = refusalOf(asOwnRoot);
  if (refusal === undefined) return { how: asOwnRoot };
  // Where user namespaces are forbidden, root can do without one.
  if (process.getuid?.() === 0 && refusalOf(namespaces) === undefined) return { how: namespaces };
  const hints = "user namespaces are forbidden here (sysctl kernel.unprivileged_userns_clone,";
  return { missing: `${hints} user.max_user_namespaces, AppArmor or a container): ${refusal}` };
}

function findProgram(name: string): boolean {
  return toolEnv.PATH.split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

function refusalOf(how: string[]): string | undefined {
  const { status, stderr, error } = spawnSync("unshare", [...how, "true"], {
    env: toolEnv,
    encoding: "utf8",
    timeout: tryMs,
  });
  if (status === 0) return undefined;
  return (stderr ?? "").split("\n")[0] || error?.message || `exit code ${status}`;
}
