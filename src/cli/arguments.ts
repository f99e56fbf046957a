import type { Io } from "./command.ts";

type Lang = Io["lang"];

/** English only where the environment asks for it: most users' PCs are Korean or say nothing. */
export function langOf(env: NodeJS.ProcessEnv): Lang {
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || "";
  return locale.startsWith("en") ? "en" : "ko";
}

export interface MainArguments {
  lang: Lang;
  /** What was written after --lang, if it is neither ko nor en. */
  badLang: string | undefined;
  /** Everything but --lang: the command and its own arguments. */
  rest: string[];
}

/** Takes --lang out, wherever it stands; what follows `--` belongs to the command. */
export function mainArguments(argv: string[], env: NodeJS.ProcessEnv): MainArguments {
  const found: MainArguments = { lang: langOf(env), badLang: undefined, rest: [] };
  const end = argv.indexOf("--");
  const ours = end < 0 ? argv : argv.slice(0, end);
  for (let at = 0; at < ours.length; at += 1) {
    const word = ours[at]!;
    if (word !== "--lang" && !word.startsWith("--lang=")) {
      found.rest.push(word);
      continue;
    }
    const value = word === "--lang" ? (ours[++at] ?? "") : word.slice("--lang=".length);
    if (value === "ko" || value === "en") found.lang = value;
    else found.badLang ??= value;
  }
  if (end >= 0) found.rest.push(...argv.slice(end));
  return found;
}
