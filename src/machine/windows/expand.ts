/** Looks a variable up without regard to case, as Windows does. */
export function variable(env: NodeJS.ProcessEnv, name: string): string | undefined {
  const wanted = name.toLowerCase();
  return Object.entries(env).find(([each]) => each.toLowerCase() === wanted)?.[1];
}

/**
 * A whole path from one that may begin with `%Name%`; undefined where there is no such variable
 * (a 32-bit Windows has no `%ProgramFiles(x86)%`) or where the path is not a whole one.
 */
export function expand(env: NodeJS.ProcessEnv, path: string): string | undefined {
  const start = /^%([^%]+)%/.exec(path);
  const head = start ? variable(env, start[1] ?? "") : "";
  if (head === undefined) return undefined;
  const whole = head + path.slice(start?.[0].length ?? 0);
  return /^(?:[a-z]:[\\/]|\\\\[^\\]+\\)/i.test(whole) ? whole : undefined;
}

/** `\\server\share`, and what else begins so, is asked of another PC: not where none may be asked. */
export function leavesPc(env: NodeJS.ProcessEnv, whole: string): boolean {
  return env.JOCHI_NETWORK === "none" && /^[\\/]{2}/.test(whole);
}
