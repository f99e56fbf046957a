/** Something that is written as YAML. A mapping is a list of its fields, so that it can be marked. */
export type Value = string | number | boolean | Mapping | readonly Value[];

export interface Field {
  key: string;
  value: Value;
  /** What the author has to look at, as a comment above. */
  doubts: readonly string[];
}

export class Mapping {
  readonly fields: Field[] = [];

  /** A field, unless it has no value or nothing in it. */
  set(key: string, value: Value | undefined, ...doubts: (string | false | undefined)[]): this {
    if (value === undefined || (Array.isArray(value) && value.length === 0)) return this;
    this.fields.push({ key, value, doubts: doubts.filter((doubt) => typeof doubt === "string") });
    return this;
  }

  /** A list that the form asks for, empty or not. */
  list(key: string, value: readonly Value[], ...doubts: (string | false | undefined)[]): this {
    this.fields.push({ key, value, doubts: doubts.filter((doubt) => typeof doubt === "string") });
    return this;
  }
}

/** Columns that a list or mapping on one line may take. */
const mostColumns = 96;
/** What marks a comment that asks for something; an author searches for it. */
export const mark = "확인:";

export function map(
  key: string,
  value: Value | undefined,
  ...doubts: (string | false | undefined)[]
): Mapping {
  return new Mapping().set(key, value, ...doubts);
}

/** A mapping as a whole file, under comments of its own. */
export function document(head: readonly string[], root: Mapping): string {
  return `${[...head.map(comment), ...linesOf(root, 0)].join("\n")}\n`;
}

function linesOf({ fields }: Mapping, depth: number): string[] {
  const pad = " ".repeat(depth);
  return fields.flatMap(({ key, value, doubts }, index) => {
    const above = doubts.map((doubt) => `${pad}# ${mark} ${oneLine(doubt)}`);
    const lines = fieldLines(key, value, depth);
    const gap = depth === 0 && index > 0 && lines.length > 1 ? [""] : [];
    return [...gap, ...above, ...lines];
  });
}

function fieldLines(key: string, value: Value, depth: number): string[] {
  const pad = " ".repeat(depth);
  if (typeof value === "string" && value.includes("\n")) {
    const lines = value.split("\n").map((line) => `${pad}  ${line.trimEnd()}`.trimEnd());
    if (/^\S/.test(value) && !/\n$/.test(value)) return [`${pad}${key}: |-`, ...lines];
  }
  const flow = inFlow(value);
  if (
    flow !== undefined &&
    (isScalar(value) || depth + key.length + 2 + flow.length <= mostColumns)
  )
    return [`${pad}${key}: ${flow}`];
  if (value instanceof Mapping) return [`${pad}${key}:`, ...linesOf(value, depth + 2)];
  return [
    `${pad}${key}:`,
    ...(value as readonly Value[]).flatMap((each) => itemLines(each, depth + 2)),
  ];
}

function itemLines(value: Value, depth: number): string[] {
  const pad = " ".repeat(depth);
  const flow = value instanceof Mapping && !isSmall(value) ? undefined : inFlow(value);
  if (flow !== undefined) return [`${pad}- ${flow}`];
  const inner = linesOf(value as Mapping, depth + 2);
  const first = inner.findIndex((line) => !line.trimStart().startsWith("#"));
  const moved = inner.slice(0, first).map((line) => line.slice(2));
  return [...moved, `${pad}- ${inner[first]!.trimStart()}`, ...inner.slice(first + 1)];
}

/** The value on one line, or undefined where it has to take several. */
function inFlow(value: Value): string | undefined {
  if (typeof value === "string") return value.includes("\n") ? quoted(value) : scalar(value);
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  if (value instanceof Mapping) {
    if (!isSmall(value)) return undefined;
    return `{ ${value.fields.map((field) => `${field.key}: ${inFlow(field.value)}`).join(", ")} }`;
  }
  if (!value.every(isScalar)) return undefined;
  return `[${value.map(inFlow).join(", ")}]`;
}

function isSmall({ fields }: Mapping): boolean {
  const flat = fields.every(
    ({ value, doubts }) => isScalar(value) && doubts.length === 0 && !String(value).includes("\n"),
  );
  return flat && fields.length > 0 && (fields[0]!.key === "ko" || fields[0]!.key === "port");
}

const isScalar = (value: Value): boolean => typeof value !== "object";

/** Without quotation marks only where every YAML reader takes it for the same text. */
function scalar(text: string): string {
  if (plainForms.some((form) => form.test(text)) && !words.test(text) && text === text.trim()) {
    return text;
  }
  return /["\\]/.test(text) && !/['\p{C}]/u.test(text) ? `'${text}'` : quoted(text);
}

const plainForms = [
  /^[A-Za-z가-힣][^\n:#"'{}[\],&*!|>%@`\\]*$/,
  /^https?:\/\/[\w./:-]+[\w/]$/,
  /^[a-z][a-z0-9-]*#L\d+(?:-L\d+)?$/,
  /^\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}$/,
  /^\d{4}-\d\d-\d\d$/,
];
const words = /^(?:true|false|null|yes|no|on|off|y|n|nan|inf)$/i;

function quoted(text: string): string {
  return JSON.stringify(text).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, escaped);
}

const escaped = (char: string): string => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`;
const comment = (line: string): string => `# ${oneLine(line)}`.trimEnd();
const oneLine = (text: string): string => text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ");
