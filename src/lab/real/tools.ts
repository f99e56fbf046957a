import { spawn } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";
import { same } from "../../guide/words.ts";
import { LabError } from "./lab-error.ts";

const toolMs = 10_000;
const keptErrorChars = 2_000;

/** Debian keeps network tools where an ordinary user's PATH does not look. */
export const toolEnv = {
  PATH: [...(process.env.PATH ?? "").split(delimiter), "/usr/sbin", "/sbin", "/usr/bin", "/bin"]
    // An empty or relative part would mean the folder the lab happens to be started in.
    .filter(isAbsolute)
    .join(delimiter),
};

/** Where one of the system's own tools is, undefined where it is not installed. */
export function programPath(name: string): string | undefined {
  return toolEnv.PATH.split(delimiter)
    .map((folder) => join(folder, name))
    .find((path) => {
      try {
        accessSync(path, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** Runs one system tool with this text as its input; what it has to say is an error. */
export function tool(name: string, args: string[], input = ""): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(name, args, {
      env: toolEnv,
      stdio: ["pipe", "ignore", "pipe"],
      timeout: toolMs,
      killSignal: "SIGKILL",
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(0, keptErrorChars);
    });
    child.on("error", (error: NodeJS.ErrnoException) => {
      reject(new LabError(same(`${name}: ${error.code ?? error.message}`)));
    });
    child.on("close", (code) => {
      if (code === 0) return resolve();
      const [line = "", ...more] = said.trim().split("\n");
      reject(new LabError(same(`${name} ${args.join(" ")}: ${line} ${more.join(" ")}`.trim())));
    });
    child.stdin.on("error", () => {});
    child.stdin.end(input);
  });
}

/** `ip` runs many commands as one process; in another namespace if one is named. */
export async function ip(commands: string[], namespace?: string): Promise<void> {
  if (commands.length === 0) return;
  const where = namespace === undefined ? [] : ["-n", namespace];
  await tool("ip", [...where, "-batch", "-"], `${commands.join("\n")}\n`);
}

/**
 * A command as it is put into a namespace without another process in between. By its path, for the
 * command may be given a PATH that does not lead there.
 */
export function inside(namespace: string, command: readonly string[]): string[] {
  const enter = programPath("nsenter") ?? "nsenter";
  return [enter, `--net=/run/netns/${namespace}`, "--", ...command];
}
