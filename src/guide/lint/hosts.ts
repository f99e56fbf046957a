/** What is wrong with a host name, as a word; undefined where it can be one. */
export type HostTrouble =
  | "scheme"
  | "space"
  | "port"
  | "path"
  | "wildcard"
  | "wide"
  | "empty"
  | "underscore"
  | "character"
  | "hyphen"
  | "long";

/** Judges a host name, or with `wildcard` a pattern such as `*.bankpay.or.kr`. */
export function hostTrouble(host: string, wildcard: boolean): HostTrouble | undefined {
  if (host.includes("://")) return "scheme";
  if (/\s/.test(host)) return "space";
  if (/[/\\?#]/.test(host)) return "path";
  if (/:\d+$/.test(host)) return "port";
  const labels = host.split(".");
  if (labels.includes("")) return "empty";
  const named = wildcard && labels[0] === "*" ? labels.slice(1) : labels;
  if (named.some((label) => label.includes("*"))) return "wildcard";
  if (named.length < labels.length && isPublic(named)) return "wide";
  if (named.some((label) => label.includes("_"))) return "underscore";
  if (!named.every((label) => /^[a-z0-9-]+$/i.test(label))) return "character";
  if (named.some((label) => /^-|-$/.test(label))) return "hyphen";
  return host.length > 253 || named.some((label) => label.length > 63) ? "long" : undefined;
}

// Below these stand names of everybody, not of one service.
function isPublic(labels: string[]): boolean {
  return labels.length < 2 || /^(?:ac|co|go|ne|or|pe|re)\.kr$/.test(labels.join("."));
}
