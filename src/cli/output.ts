import { writeSync } from "node:fs";
import { isatty } from "node:tty";

/** Whether a person reads along on a terminal, and how wide that is. */
export interface Look {
  isTTY: boolean;
  columns: number;
}

const usualColumns = 80;

/** A reader that takes nothing for so long is waited for no longer. */
const patienceMs = 120_000;
const pauseMs = 5;

/** Standard output (1) or standard error (2) as its reader sees it. */
export function lookOf(fd: 1 | 2): Look {
  if (!isatty(fd)) return { isTTY: false, columns: usualColumns };
  return { isTTY: true, columns: streamOf(fd).columns || usualColumns };
}

/**
 * What writes text to standard output or standard error, as UTF-8 where it is a file or a pipe.
 *
 * Windows turns text into a console's own characters only where it is handed over as text, which
 * Node's stream does (WriteConsoleW, whatever code page the console has); bytes would be taken for
 * that code page. For a file or a pipe it is the other way round: bytes are exact, and the stream
 * cannot be opened on each kind of pipe that a parent may have made.
 *
 * @param onFailure told once; afterwards what is written there is dropped
 */
export function openOutput(
  fd: 1 | 2,
  onFailure: (error: NodeJS.ErrnoException) => void,
): (text: string) => void {
  if (isatty(fd)) {
    const stream = streamOf(fd).on("error", onFailure);
    return (text) => void stream.write(text);
  }
  let failed = false;
  return (text) => {
    if (failed) return;
    try {
      writeAll(fd, Buffer.from(text, "utf8"));
    } catch (error) {
      failed = true;
      onFailure(error as NodeJS.ErrnoException);
    }
  };
}

/** Calls back when a terminal has been given everything; files and pipes have it at once. */
export function whenWritten(then: () => void): void {
  if (isatty(1)) streamOf(1).write("", () => setImmediate(then));
  else if (isatty(2)) streamOf(2).write("", () => setImmediate(then));
  else then();
}

function streamOf(fd: 1 | 2): NodeJS.WriteStream {
  return fd === 1 ? process.stdout : process.stderr;
}

function writeAll(fd: number, bytes: Buffer): void {
  const nobody = new Int32Array(new SharedArrayBuffer(4));
  let waitedMs = 0;
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(fd, bytes, at);
      waitedMs = 0;
    } catch (error) {
      // Somebody else made the pipe, and made it one that does not wait.
      const full = (error as NodeJS.ErrnoException).code === "EAGAIN";
      if (!full || waitedMs >= patienceMs) throw error;
      Atomics.wait(nobody, 0, 0, pauseMs);
      waitedMs += pauseMs;
    }
  }
}
