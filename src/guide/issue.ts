import type { z } from "zod";
import { shown } from "./error.ts";
import { valueAt } from "./value.ts";
import { same, type Words } from "./words.ts";

/** What a schema violation found and what it wanted, in both languages. */
export interface Described {
  found: Words;
  expected: Words;
}

const typeWords: Record<string, Words> = {
  string: { ko: "글자", en: "text" },
  number: { ko: "숫자", en: "a number" },
  int: { ko: "정수", en: "a whole number" },
  boolean: { ko: "true 또는 false", en: "true or false" },
  array: { ko: "목록", en: "a list" },
  object: { ko: "항목 묶음", en: "a mapping" },
};

const formatWords: Record<string, Words> = {
  url: { ko: "URL", en: "a URL" },
  date: { ko: "날짜 YYYY-MM-DD", en: "a day YYYY-MM-DD" },
  ipv4: { ko: "IPv4 주소", en: "an IPv4 address" },
};

// The schemas' own messages, which are English so that they also read well in an editor.
const messageWords: Record<string, string> = {
  "an id in kebab-case": "소문자·숫자·붙임표로 된 id",
  "a source id, e.g. printed-2018#L135": "출처 id (예: printed-2018#L135)",
  "64 lower-case hex digits": "소문자 16진수 64자리",
  "40 lower-case hex digits": "소문자 16진수 40자리",
  "YYYY or YYYY.MM": "YYYY 또는 YYYY.MM",
  "a cause id, e.g. tcp.drop": "원인 id (예: tcp.drop)",
};

export function describeIssue(issue: z.core.$ZodIssue, data: unknown): Described {
  const path = issue.path.filter((part) => typeof part !== "symbol");
  const found = shown(valueAt(data, path));
  switch (issue.code) {
    case "invalid_type":
      return { found, expected: typeWords[issue.expected] ?? same(issue.expected) };
    case "invalid_value":
      return { found, expected: oneOf(issue.values.map(String)) };
    case "too_small":
      return { found, expected: bound(issue.origin, issue.minimum, "least", issue.inclusive) };
    case "too_big":
      return { found, expected: bound(issue.origin, issue.maximum, "most", issue.inclusive) };
    case "invalid_format":
      return { found, expected: formatWords[issue.format] ?? fromMessage(issue) };
    default:
      return { found, expected: same(issue.message) };
  }
}

function oneOf(values: string[]): Words {
  const list = values.join(", ");
  if (values.length === 1) return same(list);
  return { ko: `다음 중 하나: ${list}`, en: `one of: ${list}` };
}

function fromMessage(issue: { format: string; message: string; prefix?: string }): Words {
  if (issue.format === "starts_with") {
    return { ko: `${issue.prefix}(으)로 시작`, en: `text starting with ${issue.prefix}` };
  }
  return { ko: messageWords[issue.message] ?? issue.message, en: issue.message };
}

function bound(
  origin: string,
  limit: number | bigint,
  side: "least" | "most",
  inclusive = true,
): Words {
  if (!inclusive) {
    return side === "least"
      ? { ko: `${limit}보다 큰 수`, en: `more than ${limit}` }
      : { ko: `${limit}보다 작은 수`, en: `less than ${limit}` };
  }
  const [ko, en] =
    origin === "array"
      ? ["항목 ", " entries"]
      : origin === "string"
        ? ["글자 ", " characters"]
        : ["", ""];
  return side === "least"
    ? { ko: `${ko}${limit} 이상`, en: `at least ${limit}${en}` }
    : { ko: `${ko}${limit} 이하`, en: `at most ${limit}${en}` };
}
