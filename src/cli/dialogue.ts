import { createInterface } from "node:readline";
import { isatty } from "node:tty";
import { isPacked } from "../own/files.ts";
import type { Io } from "./command.ts";
import { dialogueText } from "./dialogue-text.ts";

/**
 * Whether the program was opened by a double click: packed, without a word, in a console. Somebody
 * who types its bare name gets the same, and loses nothing by it.
 */
export function wantsDialogue(words: readonly string[]): boolean {
  return isPacked && words.length === 0 && isatty(0) && isatty(1);
}

/**
 * Says what this is, waits for Enter, diagnoses, and keeps the window until Enter is pressed again.
 * Gives the diagnosis's exit code; 0 where it was not wanted.
 */
export async function dialogue(io: Io, diagnose: () => Promise<number>): Promise<number> {
  const text = dialogueText[io.lang];
  const keys = enterKeys(io.signal);
  process.title = text.title;
  try {
    io.out(`${text.greeting}\n\n${text.start}\n`);
    if (!(await keys.pressed())) return 0;
    io.out("\n");
    const code = await diagnose();
    if (io.signal.aborted) return code;
    io.out(`\n${text.close}\n`);
    await keys.pressed();
    return code;
  } finally {
    keys.close();
  }
}

/** Only a key pressed while somebody waits for it counts: impatience closes no window. */
function enterKeys(signal: AbortSignal): { pressed(): Promise<boolean>; close(): void } {
  const reader = createInterface({ input: process.stdin, terminal: false });
  let tell = (_: boolean) => {};
  let open = true;
  reader.on("line", () => tell(true));
  reader.on("close", () => {
    open = false;
    tell(false);
  });
  const close = () => reader.close();
  signal.addEventListener("abort", close, { once: true });
  return {
    pressed: () =>
      new Promise((resolve) => {
        tell = resolve;
        if (!open) resolve(false);
      }),
    close,
  };
}
