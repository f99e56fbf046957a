/** A text as part of an id: small letters, digits and hyphens. */
export function kebab(text: string): string {
  const id = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return id === "" ? "x" : id;
}
