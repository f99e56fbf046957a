import { GuideError } from "../../error.ts";

/** Lines with something on them; a printed guide has a few hundred. */
export const maxLines = 3000;

/** Refuses what is not a text in UTF-8, and what is no printed guide by its length. */
export function refuseOtherText(text: string, file: string): void {
  // What could not be decoded has become U+FFFD; UTF-16 taken for UTF-8 is full of NUL.
  const at = text.search(/\ufffd|\0/);
  if (at >= 0) {
    const line = text.slice(0, at).split(/\r\n|\n|\r/).length;
    throw new GuideError(
      { file, line },
      { ko: "UTF-8이 아닌 글자", en: "characters that are not UTF-8" },
      {
        ko: "UTF-8로 저장한 글 (CP949나 UTF-16이면 메모장의 ‘다른 이름으로 저장’에서 UTF-8로)",
        en: "text saved as UTF-8 (CP949 or UTF-16 has to be converted first)",
      },
    );
  }
  const lines = text.match(/[^\s][^\r\n]*/g)?.length ?? 0;
  if (lines <= maxLines) return;
  throw new GuideError(
    { file },
    { ko: `${lines}줄`, en: `${lines} lines` },
    { ko: `${maxLines}줄 이하`, en: `at most ${maxLines} lines` },
  );
}
