/** A page is read this far; what a filter has to say stands near its beginning. */
export const pageBytes = 16_384;

const textCharacters = 1_200;
const targetsMost = 8;

/**
 * What a page shows and where it leads, in a few lines: its visible words, and after `→` the
 * addresses of frames, refreshes and scripts that send the reader on. The rest is nobody's business.
 */
export function gistOf(html: string): string {
  const words = html
    .replace(/<!--[\s\S]*?(-->|$)/g, " ")
    .replace(/<(script|style)\b[\s\S]*?(<\/\1\s*>|$)/gi, " ")
    .replace(/<[^>]*(>|$)/g, " ")
    .replace(/&nbsp;|\s+/g, " ")
    .trim()
    .slice(0, textCharacters);
  const targets = targetsOf(html).map((target) => `→ ${target}`);
  return [words, ...targets].join("\n");
}

/** Addresses that a page opens by itself. */
const openers = [
  /<i?frame\b[^>]*?\bsrc\s*=\s*["']?([^"'\s>]{1,500})/gi,
  /<meta\b[^>]*?\burl\s*=\s*["']?([^"'\s>]{1,500})/gi,
  /\blocation(?:\.href)?\s*=\s*["']([^"']{1,500})["']/gi,
  /\blocation\.(?:replace|assign)\(\s*["']([^"']{1,500})["']/gi,
];

function targetsOf(html: string): string[] {
  const found = openers.flatMap((opener) => [...html.matchAll(opener)].map((match) => match[1]));
  const urls = found.filter((url) => url !== undefined && /^https?:\/\//i.test(url));
  return [...new Set(urls as string[])].slice(0, targetsMost);
}
