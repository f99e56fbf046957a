import { ConfigError } from "../../source.ts";
import { readBlock, startsBlock } from "./blocks.ts";
import { readCommand } from "./commands.ts";
import { type Input, takeStatement } from "./input.ts";
import { lexer, type Token } from "./lexer.ts";
import { emptyRuleset, excerpt, type Ruleset } from "./syntax.ts";

const longestLine = 2 ** 20;

/** What `nft list ruleset` prints, and files that people write for `nft -f`. */
export function rulesetOfText(text: string): Ruleset {
  checkText(text);
  const ruleset = emptyRuleset();
  const input: Input = { lexer: lexer(text), variables: new Map() };
  while (input.lexer.peek().kind !== "end") {
    const { tokens, ending } = takeStatement(input, startsBlock);
    if (ending === "open") readBlock(input, ruleset, tokens);
    else if (ending === "close") note(ruleset, input.lexer.next());
    else if (tokens.length > 0) readCommand(input, ruleset, tokens);
  }
  return ruleset;
}

function note({ notUnderstood }: Ruleset, { line, text }: Token): void {
  notUnderstood.push({ line, what: excerpt([text]) });
}

function checkText(text: string): void {
  let line = 1;
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf("\n", from);
    if ((end < 0 ? text.length : end) - from > longestLine)
      throw new ConfigError("firewall.config.long-line", line);
    if (end < 0) return;
    from = end + 1;
    line += 1;
  }
}
