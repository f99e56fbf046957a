import type { Io } from "../command.ts";
import { treatText } from "./text.ts";

/** Whether somebody sits at a terminal who can be asked. */
export function canAsk(): boolean {
  return process.stdin.isTTY === true;
}

/** An answer longer than this is none. */
const answerMax = 100;

/** Asks on standard error and reads one line. Anything but a yes is a no, and so is the end. */
export async function ask(question: string, io: Io): Promise<boolean> {
  io.err(question);
  const line = await readLine(io.signal);
  return treatText[io.lang].yes.includes(line.trim().toLowerCase());
}

function readLine(signal: AbortSignal): Promise<string> {
  const { stdin } = process;
  return new Promise((resolve) => {
    let line = "";
    const end = () => {
      stdin.off("data", read).off("end", end);
      signal.removeEventListener("abort", end);
      stdin.pause();
      resolve(line);
    };
    const read = (chunk: string) => {
      line += chunk;
      if (line.length > answerMax) line = "-";
      if (/[\r\n]/.test(chunk) || line === "-") end();
    };
    if (signal.aborted) return resolve("");
    signal.addEventListener("abort", end, { once: true });
    stdin.setEncoding("utf8").on("data", read).on("end", end);
    stdin.resume();
  });
}
