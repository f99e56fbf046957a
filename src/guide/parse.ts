import {
  type Alias,
  type Document,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  parseDocument,
  visit,
  type YAMLError,
} from "yaml";
import { GuideError, type Place } from "./error.ts";
import type { Kind } from "./files.ts";
import { type FormProblem, formProblems } from "./form.ts";
import { readPlainYaml } from "./plain-yaml.ts";
import type { GuideText } from "./read.ts";
import { schemas } from "./schemas.ts";
import type { DataPath } from "./value.ts";
import { same } from "./words.ts";
import { yamlWords } from "./yaml-words.ts";

/** Problems of one file that are told; whoever has more will come again. */
const mostProblems = 20;

/** A guide's file read, checked, and still able to say where everything stands. */
export interface ParsedFile {
  kind: Kind;
  file: string;
  text: string;
  data: Record<string, unknown>;
  /** The place of a value; of the innermost thing around it where the value itself is absent. */
  placeOf(path: DataPath): Place;
}

/** Throws GuideError for anything that is not YAML, not safe, or not what the schema asks for. */
export function parseGuideFile({ kind, file, bytes }: GuideText): ParsedFile {
  const text = decode(file, bytes);
  return plainly(kind, file, text) ?? thoroughly(kind, file, text);
}

/** A file as guides are usually written. Whatever is wrong with it is left to be told thoroughly. */
function plainly(kind: Kind, file: string, text: string): ParsedFile | undefined {
  const plain = readPlainYaml(text);
  const result = plain && schemas[kind].safeParse(plain.data);
  if (!result?.success) return undefined;
  const starts = lineStarts(text);
  const placeOf = (path: DataPath): Place => {
    const offset = plain!.offsetOf(path);
    const line = linesUpTo(starts, offset);
    return { file, line, column: offset - starts[line - 1]! + 1 };
  };
  return { kind, file, text, data: result.data, placeOf };
}

function lineStarts(text: string): number[] {
  return [0, ...[...text.matchAll(/\n/g)].map(({ index }) => index + 1)];
}

/** How many lines begin at or before a place. */
function linesUpTo(starts: readonly number[], offset: number): number {
  let [low, high] = [0, starts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function thoroughly(kind: Kind, file: string, text: string): ParsedFile {
  const lines = new LineCounter();
  const document = readYaml(file, text, lines);
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { file, line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const placeOf = (path: DataPath) => at(offsetOf(document, path));
  refuseTricks(document, at);
  const data: unknown = document.toJS();
  const result = schemas[kind].safeParse(data);
  if (!result.success) {
    throw schemaError(formProblems(result.error, schemas[kind], data), document, at);
  }
  return { kind, file, text, data: result.data, placeOf };
}

function decode(file: string, bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const found = { ko: "UTF-8이 아닌 글자", en: "bytes that are not UTF-8" };
    throw new GuideError({ file }, found, { ko: "UTF-8 문서", en: "UTF-8 text" });
  }
}

function readYaml(file: string, text: string, lineCounter: LineCounter): Document {
  const expected = { ko: "올바른 YAML", en: "well-formed YAML" };
  let document: Document;
  try {
    document = parseDocument(text, { lineCounter, prettyErrors: false, logLevel: "error" });
  } catch (error) {
    // The parser is recursive; thousands of open brackets exhaust the stack before anything else.
    if (!(error instanceof RangeError)) throw error;
    throw new GuideError({ file }, { ko: "너무 깊은 중첩", en: "nesting too deep" }, expected);
  }
  const first: YAMLError | undefined = document.errors[0] ?? document.warnings[0];
  if (!first) return document;
  const { line, col } = lineCounter.linePos(first.pos[0]);
  const at = { file, line, column: Math.max(col, 1) };
  if (first.code === "DUPLICATE_KEY") {
    throw new GuideError(
      at,
      { ko: "두 번 나온 이름", en: "a key for the second time" },
      { ko: "이름마다 한 번", en: "each key once" },
    );
  }
  if (first.code === "MULTIPLE_DOCS") {
    throw new GuideError(
      at,
      { ko: "두 번째 문서", en: "a second document" },
      { ko: "파일마다 문서 하나", en: "one document in a file" },
    );
  }
  throw new GuideError(at, yamlWords(first), expected);
}

/**
 * Aliases are refused altogether: guides need none, and a few lines of them can stand for more
 * data than there is memory.
 */
function refuseTricks(document: Document, at: (offset: number) => Place): void {
  let alias: Alias | undefined;
  visit(document, {
    Alias(_, node) {
      alias = node;
      return visit.BREAK;
    },
  });
  if (!alias) return;
  throw new GuideError(at(alias.range?.[0] ?? 0), same(`*${alias.source}`), {
    ko: "별칭(alias) 없는 YAML",
    en: "YAML without aliases",
  });
}

/** The first problem of a file's form, with the others; mistyped keys before everything else. */
function schemaError(
  problems: FormProblem[],
  document: Document,
  at: (offset: number) => Place,
): GuideError {
  const errors = problems.slice(0, mostProblems).map(({ path, key, found, expected }) => {
    const field = path
      .map((part) => (typeof part === "number" ? `[${part}]` : `.${part}`))
      .join("")
      .replace(/^\./, "");
    const offset = key === undefined ? offsetOf(document, path) : offsetOfKey(document, path, key);
    return new GuideError(at(offset), found, expected, field);
  });
  const [first, ...more] = errors;
  first!.more = more;
  first!.left = problems.length - errors.length;
  return first!;
}

function offsetOf(document: Document, path: DataPath): number {
  for (let length = path.length; length >= 0; length--) {
    const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function offsetOfKey(document: Document, path: DataPath, key: string): number {
  const map = path.length === 0 ? document.contents : document.getIn(path, true);
  const pair = isMap(map)
    ? map.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
    : undefined;
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : offsetOf(document, path);
}
