import { constants, open } from "node:fs/promises";
import type { Reading } from "../failure.ts";
import { codeOf, fileFailure } from "./codes.ts";

/** A file's text. Device files such as those under /proc have no size, so it is read to the end. */
export async function readText(path: string | URL, maxBytes: number): Promise<Reading<string>> {
  try {
    // A pipe that nobody writes to would otherwise hold the opening back for ever.
    const file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    try {
      const buffer = Buffer.alloc(maxBytes + 1);
      let length = 0;
      while (length <= maxBytes) {
        const { bytesRead } = await file.read(buffer, length, buffer.length - length);
        if (bytesRead === 0) break;
        length += bytesRead;
      }
      if (length > maxBytes) return { state: "unreadable", failure: "too-large" };
      return { state: "found", value: buffer.toString("utf8", 0, length) };
    } finally {
      await file.close();
    }
  } catch (error) {
    if (codeOf(error) === "ENOENT") return { state: "absent" };
    return { state: "unreadable", ...fileFailure(error) };
  }
}

/** What is made of a text where there is one; absent and unreadable pass through unchanged. */
export function mapReading<T, U>(reading: Reading<T>, make: (value: T) => U): Reading<U> {
  return reading.state === "found" ? { state: "found", value: make(reading.value) } : reading;
}
