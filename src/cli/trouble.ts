import type { MainText } from "./text.ts";

/** One line for whatever a command threw. Node's own errors are known by their code. */
export function lineFor(error: unknown, text: MainText): string {
  const { code, message } =
    error instanceof Error ? (error as NodeJS.ErrnoException) : { message: String(error) };
  const [first = ""] = message.split("\n");
  // What was typed may itself contain line breaks.
  const quoted = /'([^']*)'/.exec(message)?.[1] ?? first;
  switch (code) {
    case "ERR_PARSE_ARGS_UNKNOWN_OPTION":
      return text.unknownOption(quoted);
    case "ERR_PARSE_ARGS_INVALID_OPTION_VALUE":
      return text.optionValue(quoted);
    case "ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL":
      return text.surplus(quoted);
    case "ERR_MODULE_NOT_FOUND":
      return text.notInstalled(quoted);
    default:
      return text.surprise(first);
  }
}
