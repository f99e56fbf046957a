/**
 * A report as a terminal may have it. It quotes lines of a configuration, which anybody may have
 * written: characters that move the cursor, change the title or turn the text round are shown as ·.
 */
export function printable(text: string): string {
  return text.replace(/(?![\n\t])\p{Cc}|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, "·");
}
