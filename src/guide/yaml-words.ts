import type { ErrorCode } from "yaml";
import { same, type Words } from "./words.ts";

/** What the YAML parser complains of. Its own words are English only. */
const inKorean: Partial<Record<ErrorCode, string>> = {
  BAD_ALIAS: "잘못된 별칭(alias)",
  BAD_COLLECTION_TYPE: "태그와 맞지 않는 묶음",
  BAD_DIRECTIVE: "잘못된 지시문(%)",
  BAD_DQ_ESCAPE: '큰따옴표 안의 잘못된 "\\" 표기',
  BAD_INDENT: "맞지 않는 들여쓰기",
  BAD_PROP_ORDER: "순서가 틀린 앵커나 태그",
  BAD_SCALAR_START: "따옴표 없이 올 수 없는 첫 글자",
  BLOCK_AS_IMPLICIT_KEY: "한 줄에 두 번 나온 쌍점(:)",
  BLOCK_IN_FLOW: "괄호 안에 올 수 없는 들여쓴 묶음",
  IMPOSSIBLE: "읽을 수 없는 자리",
  KEY_OVER_1024_CHARS: "너무 긴 이름",
  MISSING_CHAR: "빠진 글자 (따옴표, 괄호, 쌍점, 빈칸 가운데 하나)",
  MULTILINE_IMPLICIT_KEY: "여러 줄에 걸친 이름",
  MULTIPLE_ANCHORS: "두 번 나온 앵커(&)",
  MULTIPLE_TAGS: "두 번 나온 태그(!)",
  NON_STRING_KEY: "글자가 아닌 이름",
  TAB_AS_INDENT: "들여쓰기에 쓴 탭",
  TAG_RESOLVE_FAILED: "모르는 태그(!)이거나 태그와 맞지 않는 값",
  UNEXPECTED_TOKEN: "이 자리에 올 수 없는 글자",
};

export function yamlWords({ code, message }: { code: ErrorCode; message: string }): Words {
  if (code === "RESOURCE_EXHAUSTION") return { ko: "너무 깊은 중첩", en: "nesting too deep" };
  const ko = inKorean[code];
  return ko === undefined ? same(message) : { ko, en: message };
}
