/**
 * Data as a JavaScript literal that every browser and every page reads alike: ASCII only, because a
 * page may be in any encoding, and without a character that could end a script element.
 */
export function literal(data: unknown): string {
  return JSON.stringify(data).replace(/[^ -~]|[<>&']/g, escaped);
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}`;
}
