/** Plain where YAML reads it back as the same text, else in quotes. */
export function scalar(text: string): string {
  const plain = /^[A-Za-z0-9가-힣][A-Za-z0-9가-힣 ./()_·-]*$/.test(text);
  const other = /^[-+.\d][\d._xob:e+-]*$|^(true|false|null|yes|no|on|off|y|n|~)$|\s$/i.test(text);
  return plain && !other ? text : JSON.stringify(text);
}

/** `{ ko: …, en: … }` */
export function inBoth({ ko, en }: { ko: string; en: string }): string {
  return `{ ko: ${scalar(ko)}, en: ${scalar(en)} }`;
}

/** A list on one line. */
export function listed(texts: readonly string[]): string {
  return `[${texts.map(scalar).join(", ")}]`;
}
