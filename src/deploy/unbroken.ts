/**
 * What a guide says, with nothing in it that could end a comment or a value early. Marks without a
 * shape stay, unlike on a screen (`oneLine` of guides): in a file a value is the guide's own.
 */
export function unbroken(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").trim();
}
