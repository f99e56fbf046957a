import { visit } from "jsonc-parser";
import { GuideError, shown } from "../error.ts";
import type { Words } from "../words.ts";

const limits = { depth: 8, values: 400_000 } as const;

type Path = readonly (string | number)[];

/** Strict JSON with the line of every value. Throws GuideError with the line of what is wrong. */
export function readJson(
  text: string,
  file: string,
): { value: unknown; lineOf(path: Path): number } {
  const lines = new Map<string, number>();
  const root: unknown[] = [];
  const open: { holder: unknown[] | Map<string, unknown>; key: string; path: string }[] = [
    { holder: root, key: "", path: "" },
  ];
  let count = 0;
  const fail = (line: number, found: Words, expected: Words): never => {
    throw new GuideError({ file, line: line + 1 }, found, expected);
  };
  const put = (value: unknown, line: number): string => {
    count += 1;
    if (count > limits.values) {
      fail(
        line,
        { ko: `값 ${count}개`, en: `${count} values` },
        { ko: `${limits.values}개 이하`, en: `at most ${limits.values}` },
      );
    }
    const parent = open.at(-1)!;
    const key = Array.isArray(parent.holder) ? String(parent.holder.length) : parent.key;
    const path = open.length === 1 ? "" : `${parent.path}/${key}`;
    lines.set(path, line + 1);
    if (Array.isArray(parent.holder)) parent.holder.push(value);
    else parent.holder.set(key, value);
    return path;
  };
  const enter = (holder: unknown[] | Map<string, unknown>, line: number) => {
    const path = put(holder, line);
    if (open.length > limits.depth) fail(line, tooDeep, wellFormed);
    open.push({ holder, key: "", path });
  };
  visit(
    text.replace(/^\uFEFF/, " "),
    {
      onObjectBegin(_offset, _length, line) {
        const members = new Map<string, unknown>();
        enter(members, line);
      },
      onObjectProperty(name, _offset, _length, line) {
        const parent = open.at(-1)!;
        if (Array.isArray(parent.holder) || parent.holder.has(name)) {
          fail(line, shown(name), { ko: "이름마다 한 번", en: "each name once" });
        }
        parent.key = name;
      },
      onArrayBegin: (_offset, _length, line) => enter([], line),
      onObjectEnd: () => void open.pop(),
      onArrayEnd: () => void open.pop(),
      onLiteralValue: (value, _offset, _length, line) => void put(value, line),
      onError(_code, _offset, _length, line) {
        fail(line, { ko: "JSON이 아닌 글자", en: "something that is not JSON" }, wellFormed);
      },
    },
    { disallowComments: true },
  );
  const lineOf = (path: Path): number => {
    for (let length = path.length; length > 0; length -= 1) {
      const line = lines.get(`/${path.slice(0, length).join("/")}`);
      if (line !== undefined) return line;
    }
    return lines.get("") ?? 1;
  };
  return { value: plain(root[0]), lineOf };
}

const wellFormed: Words = { ko: "올바른 JSON", en: "well-formed JSON" };
const tooDeep: Words = { ko: "너무 깊은 중첩", en: "nesting too deep" };

/** Maps, which take any name, as the objects that a schema reads. */
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (!(value instanceof Map)) return value;
  const members = [...value].map(([name, inner]) => [name, plain(inner)] as const);
  return Object.assign(Object.create(null) as object, Object.fromEntries(members));
}
