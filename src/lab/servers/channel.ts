import type { Readable, Writable } from "node:stream";

/** Far more than the largest world or the largest chunk of a command's output. */
const mostBytes = 64 * 1024 * 1024;

/** Newline-delimited JSON: the language of all processes of a lab. */
export function onMessages(
  stream: Readable,
  receive: (message: never) => void,
  ended: () => void,
): void {
  let parts: string[] = [];
  let held = 0;
  stream.setEncoding("utf8");
  stream.on("data", (chunk: string) => {
    const lines = chunk.split("\n");
    const rest = lines.pop()!;
    for (const line of lines) {
      const whole = parts.length > 0 ? parts.join("") + line : line;
      parts = [];
      held = 0;
      if (whole !== "") receive(JSON.parse(whole) as never);
    }
    held += rest.length;
    if (held > mostBytes) throw new RangeError("a message without an end");
    if (rest !== "") parts.push(rest);
  });
  stream.on("close", ended);
  // A reader that went away closes the stream as well, and that is what counts.
  stream.on("error", () => {});
}

export function say(stream: Writable, message: unknown): void {
  if (stream.writable) stream.write(`${JSON.stringify(message)}\n`);
}
