import { spawn } from "node:child_process";
import { LabError } from "./lab-error.ts";

const toolMs = 10_000;
const keptErrorChars = 2_000;

/** Debian keeps network tools where an ordinary user's PATH does not look. */
export const toolEnv = { PATH: `${process.env.PATH ?? ""}:/usr/sbin:/sbin:/usr/bin:/bin` };

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
      reject(new LabError(`${name}: ${error.code ?? error.message}`));
    });
    child.on("close", (code) => {
      if (code === 0) return resolve();
      const [line = "", ...more] = said.trim().split("\n");
      reject(new LabError(`${name} ${args.join(" ")}: ${line} ${more.join(" ")}`.trim()));
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

/** The words before a command that put it into a namespace without another process in between. */
export function inside(namespace: string): [string, string[]] {
  return ["nsenter", [`--net=/run/netns/${namespace}`, "--"]];
}
