import { commands } from "../../../src/cli/commands.ts";
import { serveRequests } from "../../../src/lab/real/serve-requests.ts";

/** The command line of the lab's client, one command after the other without a process for each. */
export interface CommandRequest {
  words: string[];
  env: Record<string, string>;
}

export interface CommandAnswer {
  code: number;
  stdout: string;
  stderr: string;
}

serveRequests(async (value): Promise<CommandAnswer> => {
  const { words, env } = value as CommandRequest;
  const [name = "", ...args] = words;
  const told = { stdout: "", stderr: "" };
  const command = await commands[name]?.();
  if (!command) throw new Error(`no command ${name}`);
  const code = await command.run(args, {
    out: (text) => {
      told.stdout += text;
    },
    err: (text) => {
      told.stderr += text;
    },
    lang: "en",
    env: { ...process.env, ...env },
    cwd: process.cwd(),
    signal: new AbortController().signal,
  });
  return { code, ...told };
});
