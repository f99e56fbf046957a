import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** What opens an address on one system: a program by its full path, and never a shell. */
export interface Opener {
  program: string;
  args: string[];
}

/** How long a file that leads to the page is needed. */
const fileMs = 60_000;

/**
 * The system's own way to open an address in the user's browser; undefined where there is none, or
 * no screen to open it on.
 */
export function openerFor(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  address: string,
): Opener | undefined {
  if (platform === "win32") {
    const folder = env.SystemRoot ?? "C:\\Windows";
    const program = `${folder}\\System32\\rundll32.exe`;
    return { program, args: ["url.dll,FileProtocolHandler", address] };
  }
  if (platform === "darwin") return { program: "/usr/bin/open", args: [address] };
  if (!env.DISPLAY && !env.WAYLAND_DISPLAY) return undefined;
  const program = ["/usr/bin/xdg-open", "/usr/local/bin/xdg-open"].find((path) => existsSync(path));
  return program === undefined ? undefined : { program, args: [address] };
}

/** What was opened, and what is to be taken away afterwards. */
export interface Opening {
  /** Resolves to false where the program could not be started or says that it failed. */
  worked: Promise<boolean>;
  close(): void;
}

/**
 * Opens the page. Outside Windows every user of the machine can read what programs are started
 * with, so that the program is given a file that only this user can read, and that leads there.
 */
export function openBrowser(
  address: string,
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
): Opening | undefined {
  const opener = openerFor(platform, env, address);
  if (opener === undefined) return undefined;
  const file = platform === "win32" ? undefined : fileTo(address);
  const args = file === undefined ? opener.args : [pathToFileURL(file.path).href];
  const timer = file && setTimeout(file.remove, fileMs).unref();
  return {
    worked: start({ ...opener, args }),
    close() {
      clearTimeout(timer);
      file?.remove();
    },
  };
}

function start({ program, args }: Opener): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(program, args, { detached: true, stdio: "ignore", shell: false });
    child.once("error", () => resolve(false));
    // Some browsers are waited for until they are closed, others end at once.
    child.once("exit", (code) => resolve(code === 0));
    child.unref();
  });
}

/** A page that leads to an address, readable by its owner alone. */
export function fileTo(address: string): { path: string; remove(): void } {
  // Browsers from snap packages see a folder of their own instead of /tmp.
  const where = existsSync("/snap/bin") ? homedir() : tmpdir();
  const folder = mkdtempSync(join(where, "jochi-"));
  const path = join(folder, "open.html");
  const html = `<!doctype html><meta charset="utf-8"><title>Jochi</title>
<meta name="referrer" content="no-referrer"><meta http-equiv="refresh" content="0;url=${address.replaceAll("&", "&amp;")}">
`;
  writeFileSync(path, html, { mode: 0o600, flag: "wx" });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
