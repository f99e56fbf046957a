/**
 * What may stand between a label and the sign behind it, and between that sign and the value:
 * quotes of JSON and of JSON within a text, brackets, tags, line breaks written out. Each begins with
 * another character and there are few of them, so that a page of any length is read in one pass.
 */
const tag = "</?[A-Za-z][^<>\\n]{0,120}>";
const mark = `(?:\\s|&nbsp;|\\\\{1,3}["'nrt]|["'“”‘’]|[\\])*]|/?>|${tag})`;
const opening = `(?:\\s|&nbsp;|\\\\{1,3}["'nrt]|["'“‘]|[(\\[*]|${tag})`;
const aside = "(?:\\s?\\([^()<>\\n]{1,12}\\)|[/·][가-힣A-Za-z]{1,8})?";

/**
 * A colon or a sign of equality, with a row of points before it or not; the border of a cell; the
 * type of a registry value; `name="…" value="…"`; a stroke between blanks.
 */
const sign = [
  `[ \\t.]{0,60}${mark}{0,8}(?:\\bvalue\\s?)?(?:=>|[:=]|%3D)${opening}{0,6}[ \\t]{0,40}`,
  `${mark}{1,8}(?<=>)${opening}{0,6}`,
  "\\s{1,8}REG_(?:EXPAND_)?SZ\\s{1,8}",
  "[ \\t]{1,4}[-/|→>][ \\t]{1,4}|\\|[ \\t]{0,4}|\\t{1,4}",
].join("|");

/**
 * A value where a label announces it, in group 1: `성명: …`, `<td>성명</td><td>…`, `"name":"…"`. With
 * `loose`, no more than a space or a bracket need stand between: for values that their own form tells.
 */
export function afterLabel(labels: string, value: string, loose = false): RegExp {
  const between = loose
    ? `(?:${sign}|[ \\t]{0,3}["'“‘([<]|\\)[ \\t]{0,2}|[ \\t]{1,3}#?)`
    : `(?:${sign})`;
  return new RegExp(`(?<![가-힣])(?:${labels})${aside}${between}(${value})`, "gdi");
}

/** No label is longer. */
const labelMost = 40;

/** What a pattern made by `afterLabel` finds, where its label begins a word or a part of one. */
export function* labelled(text: string, pattern: RegExp): Generator<Labelled> {
  const own = new RegExp(pattern);
  for (let groups = own.exec(text); groups; groups = own.exec(text)) {
    const [start, end] = groups.indices?.[1] ?? [0, 0];
    // What began within a word may hide what begins with the next.
    if (!isBeginning(text, groups.index)) own.lastIndex = groups.index + 1;
    else if (end > start) {
      yield { start, end, value: groups[1] ?? "", groups };
      // A short value may be the label of the next one.
      if (end - start <= labelMost) own.lastIndex = Math.max(start, groups.index + 1);
    }
  }
}

export interface Labelled {
  start: number;
  end: number;
  value: string;
  groups: RegExpExecArray;
}

/** `userName`, `lblUserName` and `DEFAULT_USER` begin with `user` somewhere, `superuser` does not. */
function isBeginning(text: string, at: number): boolean {
  const before = text[at - 1] ?? " ";
  if (!/[A-Za-z]/.test(before) || !/[A-Za-z]/.test(text[at] ?? "")) return true;
  return /[a-z]/.test(before) && /[A-Z]/.test(text[at] ?? "");
}
