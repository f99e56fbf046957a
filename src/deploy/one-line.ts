/** What a guide says, in one line: no control character may end a comment or a value early. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
