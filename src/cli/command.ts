/** What a command may use of the world around it; tests hand in their own. */
export interface Io {
  out(text: string): void;
  err(text: string): void;
  lang: "ko" | "en";
  env: NodeJS.ProcessEnv;
  cwd: string;
  signal: AbortSignal;
}

/** One word after `jochi`. `run` gives the exit code. */
export interface Command {
  name: string;
  summary: { ko: string; en: string };
  run(argv: string[], io: Io): Promise<number>;
}
