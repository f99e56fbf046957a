import { spawnSync } from "node:child_process";
import type { Words } from "../../guide/words.ts";
import { programPath, toolEnv } from "./tools.ts";

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

/** How the lab's namespaces are made here, or in one line (`missing`: English) why they cannot be. */
export type Support = { how: string[] } | { missing: string; words: Words };

export function labSupport(): Support {
  if (process.platform !== "linux") return lacking(linuxOnly);
  const absent = Object.entries(programs).filter(([name]) => !programPath(name));
  if (absent.length > 0) {
    const names = absent.map(([name]) => name).join(", ");
    const packages = [...new Set(absent.map(([, name]) => name))].join(" ");
    return lacking({
      ko: `다음 프로그램이 필요합니다: ${names} (데비안: apt install ${packages})`,
      en: `the lab needs ${names} (Debian: apt install ${packages})`,
    });
  }
  const refusal = refusalOf(asOwnRoot);
  if (refusal === undefined) return { how: asOwnRoot };
  // Where user namespaces are forbidden, root can do without one.
  if (process.getuid?.() === 0 && refusalOf(namespaces) === undefined) return { how: namespaces };
  const settings = "sysctl kernel.unprivileged_userns_clone, user.max_user_namespaces, AppArmor";
  return lacking({
    ko: `이곳에서는 사용자 네임스페이스를 만들 수 없습니다 (${settings}, 컨테이너): ${refusal}`,
    en: `user namespaces are forbidden here (${settings} or a container): ${refusal}`,
  });
}

const linuxOnly: Words = { ko: "리눅스에서만 됩니다", en: "the lab needs Linux" };

const lacking = (words: Words): Support => ({ missing: words.en, words });

function refusalOf(how: string[]): string | undefined {
  const { status, stderr, error } = spawnSync("unshare", [...how, "true"], {
    env: toolEnv,
    encoding: "utf8",
    timeout: tryMs,
  });
  if (status === 0) return undefined;
  return (stderr ?? "").split("\n")[0] || error?.message || `exit code ${status}`;
}
