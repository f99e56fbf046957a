/** Longer ones are cut by old browsers. */
const mostCharacters = 2_000;

/**
 * The address of the page that helps, as a link on any page may carry it: absolute or from the
 * site's root, of http or https, without a fragment, which tells the symptom. Undefined otherwise.
 */
export function helpPage(text: string): string | undefined {
  if (!/^(https?:\/\/|\/(?!\/))[!-~]+$/i.test(text) || text.includes("#")) return undefined;
  if (text.includes("\\") || text.length > mostCharacters) return undefined;
  return URL.canParse(text, "https://page.invalid/") ? text : undefined;
}
