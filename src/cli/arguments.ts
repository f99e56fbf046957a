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

/** The known name that was probably meant, or undefined where none is close. */
export function nearest(name: string, known: string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, far: distance(name.toLowerCase(), candidate) }))
    .sort((one, other) => one.far - other.far);
  return best && best.far <= Math.max(1, Math.floor(best.candidate.length / 3))
    ? best.candidate
    : undefined;
}

/** Edits that turn one word into the other; two neighbours swapped count as one. */
function distance(one: string, other: string): number {
  const rows = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const same = one[row - 1] === other[column - 1];
      let cost = Math.min(
        rows[row - 1]![column]! + 1,
        line[column - 1]! + 1,
        rows[row - 1]![column - 1]! + (same ? 0 : 1),
      );
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      if (swapped && row > 1 && column > 1) cost = Math.min(cost, rows[row - 2]![column - 2]! + 1);
      line.push(cost);
    }
    rows.push(line);
  }
  return rows[one.length]![other.length]!;
}
