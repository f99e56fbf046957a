import { z } from "zod";
import { GuideError, shown } from "../../error.ts";
import { describeIssue } from "../../issue.ts";
import type { Words } from "../../words.ts";
import { readJson } from "../json.ts";

/** A record of the published list, and the line of everything in it. */
export interface Listed extends z.infer<typeof Fields> {
  line: number;
  /** The line of a member, of one entry of it, or of the record where neither stands there. */
  lineOf(member: string, at?: number): number;
}

/** What keeps a record from being read, and where. */
export interface Unread {
  line: number;
  /** Its own number, where it has one. */
  id: string;
  field: string;
  found: Words;
  expected: Words;
}

export interface Published {
  records: Listed[];
  unread: Unread[];
  /** YYYYMMDDNN, where the file tells it. */
  version?: string;
}

/** Year, month, day and a number; the month becomes the edition. */
const versionPattern = /^\d{4}(0[1-9]|1[0-2])\d{4}$/;

/** Records that are read; the published list has fewer than a hundred. */
const mostRecords = 5_000;

/**
 * What the web service publishes of one set of endpoints (learn.microsoft.com, "Office 365 IP
 * Address and URL web service"): ports are a comma-separated text, and whatever is empty is left out.
 */
const Fields = z.looseObject({
  id: z.int().min(0).max(999_999),
  serviceArea: z.string().min(1).max(40),
  serviceAreaDisplayName: z.string().min(1).max(120).optional(),
  urls: z.array(z.string().max(400)).optional(),
  ips: z.array(z.string().max(80)).optional(),
  tcpPorts: z.string().max(200).optional(),
  udpPorts: z.string().max(200).optional(),
  expressRoute: z.boolean().optional(),
  category: z.enum(["Optimize", "Allow", "Default"]),
  required: z.boolean(),
  notes: z.string().max(2_000).optional(),
});

/** The published list, read as far as it can be. Throws GuideError where it is no such list. */
export function readRecords(text: string, file: string): Published {
  const { value, lineOf } = readJson(text, file);
  const { list, path, version } = listIn(value, file);
  if (list.length > mostRecords) {
    const count = list.length;
    throw new GuideError(
      { file },
      { ko: `기록 ${count}개`, en: `${count} records` },
      { ko: `${mostRecords}개 이하`, en: `at most ${mostRecords}` },
    );
  }
  const published: Published = { records: [], unread: [], ...(version && { version }) };
  for (const [at, given] of list.entries()) {
    const own = [...path, at];
    const lineIn = (more: readonly (string | number)[]) => lineOf([...own, ...more]);
    const result = Fields.safeParse(given);
    if (result.success) {
      published.records.push({
        ...result.data,
        line: lineIn([]),
        lineOf: (member, entry) => lineIn(entry === undefined ? [member] : [member, entry]),
      });
      continue;
    }
    const id = idOf(given);
    for (const issue of result.error.issues.slice(0, 5)) {
      const where = issue.path.filter((part) => typeof part !== "symbol");
      const { found, expected } = describeIssue(issue, given);
      published.unread.push({ line: lineIn(where), id, field: where.join("."), found, expected });
    }
  }
  return published;
}

function idOf(given: unknown): string {
  const id = typeof given === "object" && given !== null && "id" in given ? given.id : undefined;
  return typeof id === "number" || typeof id === "string" ? String(id).slice(0, 20) : "?";
}

/** The records themselves, or an object around them that tells their version. */
function listIn(
  value: unknown,
  file: string,
): { list: unknown[]; path: (string | number)[]; version?: string } {
  if (Array.isArray(value)) return { list: value, path: [] };
  const members = typeof value === "object" && value !== null ? Object.entries(value) : [];
  const lists = members.filter((member): member is [string, unknown[]] => Array.isArray(member[1]));
  const [only, more] = lists;
  if (only === undefined || more !== undefined) {
    throw new GuideError({ file, line: 1 }, shown(value), {
      ko: "기록의 목록(JSON)",
      en: "a list of records (JSON)",
    });
  }
  const version = members.find(
    ([name, text]) => /^(version|latest)$/.test(name) && versionPattern.test(String(text)),
  );
  return { list: only[1], path: [only[0]], ...(version && { version: String(version[1]) }) };
}
