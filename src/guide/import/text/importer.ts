import { GuideError } from "../../error.ts";
import type { Imported, Importer, ImportOptions } from "../importer.ts";
import { decodeText } from "./decode.ts";
import { readDraft } from "./read.ts";
import { refuseOtherText } from "./refuse.ts";
import { writeDraft } from "./write/write.ts";

/**
 * Drafts a guide from the text of a printed one. Whatever it finds carries the line it stands on;
 * what it is not sure of is marked in the draft, and what it did not read is told line by line.
 */
export const textImporter: Importer = {
  id: "text",
  bytesMax: 1024 * 1024,
  decode: decodeText,
  read(text: string, options: ImportOptions): Imported {
    refuseOtherText(text, options.file);
    const { draft, notes } = readDraft(text, options);
    const { sections, remedies, endpoints } = draft;
    if (sections.length + remedies.length + endpoints.length === 0) {
      throw new GuideError(
        { file: options.file },
        { ko: "장도 조치방법도 방화벽 표도 없는 글", en: "no section, remedy or firewall table" },
        {
          ko: "‘첫 번째. …’, ‘조치방법 1. …’, ‘구분/URL/IP/Port’ 표가 있는 인쇄본의 글 (쉼표로 나눈 표는 탭으로 나눈 텍스트로 저장)",
          en: "the text of a printed guide, with ‘첫 번째. …’, ‘조치방법 1. …’ or a table 구분/URL/IP/Port (one with commas saved again with tabs)",
        },
      );
    }
    return { ...writeDraft(draft, notes, options), notes };
  },
};
