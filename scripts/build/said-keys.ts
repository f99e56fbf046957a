/**
 * Which of these keys a script can ask a sentence for: every key that stands in it as a string, or
 * that goes on where one of its templates has a gap, or ends as one that begins with a gap. The
 * page's own views leave out `page.` in front; what fills their gaps is said by the script, too. Rather one too many than one too few; a test looks
 * into each string of the script.
 */
export function saidKeys(script: string, keys: readonly string[]): string[] {
  const strings = new Set(
    [...script.matchAll(/(["'`])([a-z][\w.-]*)\1/g)].map(([, , text]) => text!),
  );
  // What fills a gap may be the name of a property, too.
  const names = new Set(strings);
  for (const [, name] of script.matchAll(/[{,]([a-z]\w*):/gi)) names.add(name!);
  const heads = [...script.matchAll(/`([a-z][\w-]*\.[\w.-]*)\$\{/g)]
    .map(([, head]) => head!)
    .filter((head) => head !== shown);
  const whole = heads.filter((head) => !noSentences.includes(head));
  const tails = [...script.matchAll(/`\$\{[^{}`]*\}(\.[\w.-]+)`/g)].map(([, tail]) => tail!);
  const ended = (key: string) =>
    tails.some((tail) => key.endsWith(tail) && names.has(key.slice(0, -tail.length)));
  const filled = (key: string, head: string) =>
    key.startsWith(head) &&
    key
      .slice(head.length)
      .split(".")
      .every((part) => names.has(part));
  return keys.filter((key) => {
    if (strings.has(key) || ended(key)) return true;
    const isShown = key.startsWith(shown);
    if (!isShown) return whole.some((head) => key.startsWith(head));
    const own = key.slice(shown.length);
    return (
      strings.has(own) || ended(own) || heads.some((head) => filled(own, head) || filled(key, head))
    );
  });
}

/** Before the keys that the page's own views name, where the one function stands that adds it. */
const shown = "page.";

/** What begins so is named in evidence files (`guide.id`), or by the page's own views alone. */
export const noSentences: readonly string[] = ["guide.", "treat."];
