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

/** What the window can do, each giving its exit code. */
export interface Offers {
  /** Opens the page and ends when it is closed. */
  page(): Promise<number>;
  /** Diagnoses in the window itself. */
  words(): Promise<number>;
}

const inWords = "1";

/**
 * Says what this is, waits for Enter, opens the page or diagnoses, and keeps the window until Enter
 * is pressed again. Where the page cannot be opened the diagnosis follows. 0 where nothing was wanted.
 */
export async function dialogue(io: Io, offers: Offers): Promise<number> {
  const text = dialogueText[io.lang];
  const keys = enterKeys(io.signal);
  process.title = text.title;
  try {
    io.out(`${text.greeting}\n\n${text.start}\n`);
    const wish = await keys.pressed();
    if (wish === undefined) return 0;
    io.out("\n");
    const page = wish.trim() === inWords ? undefined : await offers.page();
    const code = page === undefined || page === 2 ? await offers.words() : page;
    if (io.signal.aborted) return code;
    io.out(`\n${text.close}\n`);
    await keys.pressed();
    return code;
  } finally {
    keys.close();
  }
}

/** Only a key pressed while somebody waits for it counts: impatience closes no window. */
function enterKeys(signal: AbortSignal): { pressed(): Promise<string | undefined>; close(): void } {
  const reader = createInterface({ input: process.stdin, terminal: false });
  let tell = (_: string | undefined) => {};
  let open = true;
  reader.on("line", (line) => tell(line));
  reader.on("close", () => {
    open = false;
    tell(undefined);
  });
  const close = () => reader.close();
  signal.addEventListener("abort", close, { once: true });
  return {
    pressed: () =>
      new Promise((resolve) => {
        tell = resolve;
        if (!open) resolve(undefined);
      }),
    close,
  };
}
