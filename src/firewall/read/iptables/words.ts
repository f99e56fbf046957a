export interface Word {
  text: string;
  /** What stood in quotes is never an option. */
  quoted: boolean;
}

/**
 * The words of a line as iptables-restore takes them: double quotes hold a word together, and a
 * backslash inside them takes the next character as it is. Undefined where a quote never closes.
 */
export function wordsOf(line: string): Word[] | undefined {
  const words: Word[] = [];
  const pattern = /[ \t]*((?:"(?:[^"\\]|\\[\s\S])*"|[^ \t"])+)|[ \t]+$/y;
  while (pattern.lastIndex < line.length) {
    const raw = pattern.exec(line);
    if (!raw) return undefined;
    const word = raw[1];
    if (word === undefined) break;
    if (word.includes('"')) words.push({ text: unquoted(word), quoted: true });
    else words.push({ text: word, quoted: false });
  }
  return words;
}

function unquoted(word: string): string {
  return word.replaceAll(/"((?:[^"\\]|\\[\s\S])*)"/g, (_, inner: string) =>
    inner.replaceAll(/\\([\s\S])/g, "$1"),
  );
}
