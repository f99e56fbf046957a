import { scanner } from "./scanner.ts";
import {
  type Configuration,
  entered,
  find,
  newStatement,
  remove,
  type Statement,
} from "./statement.ts";

/** Changes nothing of what is permitted. */
const idle = new Set(["annotate", "protect", "unprotect", "commit"]);
/** Puts rules elsewhere, or others in their place, or changes what later lines are about. */
const moving = new Set(["insert", "rename", "copy", "replace", "load", "edit", "top", "up"]);

interface Line {
  words: string[];
  /** The words of a list in brackets, all at the place where the list stands. */
  list: string[] | undefined;
  line: number;
}

/** What `show configuration | display set` prints: one statement a line, from the root. */
export function parseSetForm(text: string): Configuration {
  const configuration: Configuration = {
    root: newStatement("", 0),
    notUnderstood: [],
    doubt: undefined,
  };
  const scan = scanner(text);
  let current: Line = { words: [], list: undefined, line: 1 };
  let open = false;
  for (;;) {
    const token = scan.next();
    if (token === "line" || token === "end") {
      if (current.words.length > 0) apply(configuration, current);
      if (token === "end") return configuration;
      current = { words: [], list: undefined, line: scan.line + 1 };
      open = false;
    } else if (token === "[") {
      if (current.list) configuration.doubt ??= "[";
      current.list ??= [];
      open = true;
    } else if (token === "]") open = false;
    else if (token === "word" && open) current.list?.push(scan.word);
    else if (token === "word") current.words.push(scan.word);
  }
}

function apply(configuration: Configuration, { words, list, line }: Line): void {
  const [verb = "", ...path] = words;
  const { root } = configuration;
  if (verb === "set") {
    const last = entered(root, path, line);
    for (const word of list ?? []) entered(last, [word], line);
  } else if (verb === "deactivate" || verb === "activate") {
    for (const statement of meant(entered(root, path, line), list, line)) {
      statement.inactive = verb === "deactivate";
    }
  } else if (verb === "delete") {
    remove(find(root, ...path.slice(0, -1)), path.at(-1) ?? "");
  } else if (!idle.has(verb)) {
    // Also a statement behind something else, as a pager leaves it, is one that is missing.
    if (moving.has(verb) || path.includes("set")) configuration.doubt ??= verb;
    configuration.notUnderstood.push({ line, what: verb });
  }
}

function meant(last: Statement, list: readonly string[] | undefined, line: number): Statement[] {
  return list ? list.map((word) => entered(last, [word], line)) : [last];
}
