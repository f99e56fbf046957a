import { visit } from "jsonc-parser";
import { ConfigError, lineAt, type Source } from "../../source.ts";

export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object that knows the line, from 1, in which it begins. */
export interface JsonObject {
  line: number;
  members: ReadonlyMap<string, Json>;
}

export const jsonLimits = { bytes: 64 * 2 ** 20, depth: 64, values: 4_000_000 } as const;

/** Where the next value belongs. */
type Open =
  | { list: Json[] }
  | { list?: never; line: number; members: Map<string, Json>; key: string };

/**
 * JSON as it stands in the file, strictly: what a cloud's command printed has no comments, no trailing
 * commas and no name twice. It may be on one line.
 */
export function readJson(source: Source): Json {
  const text = jsonText(source);
  const root: Json[] = [];
  const open: Open[] = [{ list: root }];
  let count = 0;

  function put(value: Json, line: number): void {
    count += 1;
    if (count > jsonLimits.values)
      throw new ConfigError("firewall.config.too-many-values", line, { most: jsonLimits.values });
    const parent = open.at(-1)!;
    if (parent.list) parent.list.push(value);
    else parent.members.set(parent.key, value);
  }
  function enter(next: Open, value: Json, line: number): void {
    put(value, line);
    if (open.length > jsonLimits.depth) throw new ConfigError("firewall.config.too-deep", line);
    open.push(next);
  }

  visit(
    text,
    {
      onObjectBegin(_offset, _length, line) {
        const members = new Map<string, Json>();
        enter({ line: line + 1, members, key: "" }, { line: line + 1, members }, line + 1);
      },
      onObjectProperty(name, _offset, _length, line) {
        const parent = open.at(-1)!;
        if (parent.list || parent.members.has(name)) throw badJson(line + 1);
        parent.key = name;
      },
      onArrayBegin(_offset, _length, line) {
        const list: Json[] = [];
        enter({ list }, list, line + 1);
      },
      onObjectEnd: () => void open.pop(),
      onArrayEnd: () => void open.pop(),
      onLiteralValue: (value, _offset, _length, line) => put(value, line + 1),
      onError(_error, _offset, _length, line) {
        throw badJson(line + 1);
      },
    },
    { disallowComments: true },
  );
  return root[0]!;
}

function jsonText(source: Source): string {
  const { bytes } = source;
  const most = jsonLimits.bytes;
  if (bytes.length > most)
    throw new ConfigError("firewall.config.too-large", 0, { bytes: bytes.length, most });
  const nul = bytes.indexOf(0);
  if (nul >= 0) throw new ConfigError("firewall.config.binary", lineAt(bytes, nul));
  return source.text().replace(/^\uFEFF/, "");
}

function badJson(line: number): ConfigError {
  return new ConfigError("firewall.config.bad-json", line);
}
