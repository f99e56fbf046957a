const known = {
  hv: "http://www.hancom.co.kr/hwpml/2011/version",
  ha: "http://www.hancom.co.kr/hwpml/2011/app",
  hp: "http://www.hancom.co.kr/hwpml/2011/paragraph",
  hs: "http://www.hancom.co.kr/hwpml/2011/section",
  hc: "http://www.hancom.co.kr/hwpml/2011/core",
  hh: "http://www.hancom.co.kr/hwpml/2011/head",
  hpf: "http://www.hancom.co.kr/schema/2011/hpf",
  opf: "http://www.idpf.org/2007/opf/",
  ocf: "urn:oasis:names:tc:opendocument:xmlns:container",
  odf: "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0",
} as const;

/** The declarations of prefixes. 한글 knows the prefixes themselves: they may not be chosen freely. */
export function namespaces(...prefixes: readonly (keyof typeof known)[]): string {
  return prefixes.map((prefix) => `xmlns:${prefix}="${known[prefix]}"`).join(" ");
}

/** A whole XML file. */
export function xml(root: string): string {
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>${root}`;
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** A text as it may stand in an element or an attribute. */
export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => entities[sign]!);
}
