/**
 * Which hosts a proxy entered by hand is not asked for. Names and addresses of the PC itself are
 * left out by Windows of its own accord, unless the list says `<-loopback>`; `<local>` stands for
 * names without a dot and has nothing to do with loopback.
 *
 * Sources: the notes on WinINet in Chromium's net/proxy_resolution/proxy_bypass_rules.cc and
 * net/docs/proxy.md, which tell Windows' own rules and since when Chromium has the same.
 */

/** `no-rule` is the proxy; the others say why it is not asked, or that two rules disagree. */
export type Bypass = "listed" | "implicit" | "no-rule" | "contradiction";

export function bypassOf(list: readonly string[], host: string): Bypass {
  const name = host.toLowerCase();
  const rules = list.map((rule) => rule.trim().toLowerCase()).filter((rule) => rule !== "");
  const listed = rules.some((rule) => rule !== "<-loopback>" && covers(rule, name));
  const own = isImplicit(name);
  if (own && rules.includes("<-loopback>")) return listed ? "contradiction" : "no-rule";
  if (listed) return "listed";
  return own ? "implicit" : "no-rule";
}

/** The names and addresses that Windows takes for the PC itself or its own wire. */
function isImplicit(name: string): boolean {
  return (
    name === "localhost" ||
    name === "loopback" ||
    name === "127.0.0.1" ||
    name === "[::1]" ||
    /^169\.254\.\d+\.\d+$/.test(name)
  );
}

/** One rule: `<local>`, a name, or a name or address with stars; scheme and port do not matter. */
function covers(rule: string, name: string): boolean {
  if (rule === "<local>") return !name.includes(".") && !name.startsWith("[");
  const bare = rule.replace(/^[a-z]+:\/\//, "").replace(/:\d+$/, "");
  const pattern = bare.startsWith(".") ? `*${bare}` : bare;
  return matches(pattern.split("*"), name);
}

/** Stars stand for any text; everything between them must follow in order. */
function matches([head = "", ...rest]: readonly string[], name: string): boolean {
  if (rest.length === 0) return name === head;
  if (!name.startsWith(head)) return false;
  const tail = rest.at(-1) ?? "";
  let at = head.length;
  for (const part of rest.slice(0, -1)) {
    const next = name.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return name.length - tail.length >= at && name.endsWith(tail);
}
