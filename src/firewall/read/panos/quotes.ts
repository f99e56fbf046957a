/** Longer strings do not occur: banners and comments are the longest there are. */
export const longestString = 8192;

/** A quoted string: what stands inside, and where the text goes on. */
export interface Quoted {
  word: string;
  next: number;
}

/**
 * Reads quoted strings from left to right. `closing` matches the quotes that may end a string, so that
 * quotes inside a comment do no harm; a string that does not end is none. All questions about one text
 * together cost no more than reading it once.
 */
export function quotesIn(text: string, closing: RegExp): (at: number) => Quoted | undefined {
  const search = new RegExp(closing, "g");
  let end = -1;
  return (at) => {
    if (end <= at) {
      search.lastIndex = at + 1;
      end = search.exec(text)?.index ?? Number.POSITIVE_INFINITY;
    }
    if (end - at > longestString) return undefined;
    return { word: text.slice(at + 1, end).replaceAll('\\"', '"'), next: end + 1 };
  };
}
