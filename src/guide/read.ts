import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bytesInside, isInside } from "../own/files.ts";
import { GuideError } from "./error.ts";
import { type Kind, kinds, maxFileBytes, requiredKinds } from "./files.ts";
import { shownPath } from "./find.ts";

/** A guide's file as it stands on the disk. */
export interface GuideText {
  kind: Kind;
  /** The path as errors show it. */
  file: string;
  bytes: Buffer;
}

/** Every file of an edition folder. Throws GuideError for one missing, unreadable or too big. */
export function readGuideFolder(folder: string): GuideText[] {
  return kinds.flatMap((kind) => {
    const path = join(folder, `${kind}.yaml`);
    const bytes = readBounded(path, requiredKinds.includes(kind));
    return bytes ? [{ kind, file: shownPath(path), bytes }] : [];
  });
}

function readBounded(path: string, required: boolean): Buffer | undefined {
  if (isInside(path)) {
    const bytes = bytesInside(path);
    if (bytes === undefined && required) throw unreadable(path, "ENOENT");
    return bytes;
  }
  let handle: number;
  try {
    // Not blocking, so that a pipe in the place of a file cannot hold us up.
    handle = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" && !required) return undefined;
    throw unreadable(path, code);
  }
  try {
    const stat = fstatSync(handle);
    if (!stat.isFile()) throw unreadable(path, "no file");
    const { size } = stat;
    if (size > maxFileBytes) throw tooBig(path, size);
    return readFileSync(handle);
  } catch (error) {
    if (error instanceof GuideError) throw error;
    throw unreadable(path, (error as NodeJS.ErrnoException).code);
  } finally {
    closeSync(handle);
  }
}

function unreadable(path: string, code: string | undefined): GuideError {
  const found =
    code === "ENOENT"
      ? { ko: "없는 파일", en: "no such file" }
      : { ko: `읽을 수 없음 (${code})`, en: `an unreadable file (${code})` };
  return new GuideError({ file: shownPath(path) }, found, {
    ko: "안내서 파일",
    en: "a guide file",
  });
}

function tooBig(path: string, size: number): GuideError {
  return new GuideError(
    { file: shownPath(path) },
    { ko: `${size}바이트`, en: `${size} bytes` },
    { ko: `${maxFileBytes}바이트 이하`, en: `at most ${maxFileBytes} bytes` },
  );
}
