import { ConfigError } from "../../source.ts";
import type { Lexer, Token } from "./lexer.ts";

/** What is being read, and the variables that `define` has given so far. */
export interface Input {
  lexer: Lexer;
  variables: Map<string, readonly Token[]>;
}

export interface TakenStatement {
  tokens: Token[];
  /** What ended it: `open` a brace that begins a block, `close` the brace that ends this block. */
  ending: "separator" | "open" | "close" | "end";
}

const deepest = 64;
/** Variables that hold variables can grow without bound; so many tokens may come of them. */
const mostPutIn = 1_000_000;

/**
 * Tokens up to the end of a statement, variables put in. Braces that `opensBlock` does not claim are
 * sets: new lines and `;` within them end nothing. The brace that opens a block is taken, the one that
 * closes it is left.
 */
export function takeStatement(
  { lexer, variables }: Input,
  opensBlock: (tokens: readonly Token[]) => boolean = () => false,
): TakenStatement {
  const tokens: Token[] = [];
  const open: Token[] = [];
  let putIn = 0;
  for (;;) {
    const token = lexer.peek();
    const mark = token.kind === "mark" ? token.text : "";
    if (token.kind === "end") {
      if (open.length > 0) throw new ConfigError("firewall.config.truncated", open.at(-1)!.line);
      return { tokens, ending: "end" };
    }
    if (mark === "}" && open.length === 0) return { tokens, ending: "close" };
    lexer.next();
    if (token.kind === "separator") {
      if (open.length === 0) return { tokens, ending: "separator" };
      continue;
    }
    if (mark === "{") {
      if (open.length === 0 && opensBlock(tokens))
        return { tokens: [...tokens, token], ending: "open" };
      if (open.push(token) > deepest) throw new ConfigError("firewall.config.too-deep", token.line);
    } else if (mark === "}") open.pop();
    const value = variable(token, variables);
    if (!value) tokens.push(token);
    else for (const each of value) tokens.push({ ...each, line: token.line });
    putIn += value?.length ?? 0;
    if (putIn > mostPutIn) throw new ConfigError("firewall.config.too-large", token.line);
  }
}

function variable({ kind, text }: Token, variables: Input["variables"]) {
  return kind === "word" && text.startsWith("$") ? variables.get(text.slice(1)) : undefined;
}

/** `define NAME = VALUE`; variables within the value are already put in. */
export function define({ variables }: Input, tokens: readonly Token[]): boolean {
  const [, name, equals] = tokens;
  if (!name || equals?.text !== "=") return false;
  variables.set(name.text, tokens.slice(3));
  return true;
}

/** Statements of a block, one after the other, and the brace behind the last. */
export function* statementsOfBlock(
  input: Input,
  openBrace: Token,
  opensBlock?: (tokens: readonly Token[]) => boolean,
): Generator<TakenStatement> {
  for (;;) {
    const statement = takeStatement(input, opensBlock);
    if (statement.tokens.length > 0) yield statement;
    if (statement.ending === "close") {
      input.lexer.next();
      return;
    }
    if (statement.ending === "end")
      throw new ConfigError("firewall.config.truncated", openBrace.line);
  }
}
