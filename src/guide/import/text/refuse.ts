import { GuideError } from "../../error.ts";

/** Lines with something on them; a printed guide has a few hundred. */
export const maxLines = 3000;

/** What can be read, as refusals say it. */
export const readable = {
  ko: "UTF-8이나 CP949로, 또는 맨 앞에 BOM이 있는 UTF-16으로 저장한 글",
  en: "text saved as UTF-8, as CP949, or as UTF-16 with a byte order mark",
};

/** Refuses what is no text, and what is no printed guide by its length. */
export function refuseOtherText(text: string, file: string): void {
  // UTF-16 without its mark is full of NUL, and so is what is no text at all.
  const at = text.indexOf("\0");
  if (at >= 0) {
    const line = text.slice(0, at).split(/\r\n|\n|\r/).length;
    const found = { ko: "글에 없는 바이트 0x00", en: "a byte 0x00, which no text has" };
    throw new GuideError({ file, line }, found, readable);
  }
  const lines = text.match(/[^\s][^\r\n]*/g)?.length ?? 0;
  if (lines <= maxLines) return;
  throw new GuideError(
    { file },
    { ko: `${lines}줄`, en: `${lines} lines` },
    { ko: `${maxLines}줄 이하`, en: `at most ${maxLines} lines` },
  );
}
