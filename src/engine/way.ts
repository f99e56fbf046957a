import type { ProxySettings } from "../evidence/outcome.ts";
import type { Row } from "../guide/guide.ts";
import type { Book } from "./book.ts";

/** How a browser on this PC would go to a host and port. */
export type Way =
  | { kind: "direct" }
  /** Proxies in the order they are tried; the straight way after them where the script says so. */
  | { kind: "proxy"; proxies: string[]; thenDirect: boolean }
  /** A PAC file is set and cannot be read or run. */
  | { kind: "pac-broken"; code: string };

/** Browsers give up on a list long before that. */
const mostProxies = 8;

type Target = Pick<Row, "host" | "port" | "protocol">;

/** The way that the PC's proxy settings, or its PAC file, give for one row. */
export function wayTo(book: Book, { host, port, protocol }: Target): Way {
  const settings = book.one("proxy-settings");
  if (settings?.state !== "found") return { kind: "direct" };
  const { pacUrl } = settings.value;
  if (pacUrl !== undefined) return wayByPac(book, `${host}:${port}`);
  if (isBypassed(settings.value, host)) return { kind: "direct" };
  const proxy = protocol === "http" ? settings.value.http : settings.value.https;
  return proxy ? { kind: "proxy", proxies: [proxy], thenDirect: false } : { kind: "direct" };
}

function wayByPac(book: Book, target: string): Way {
  const pac = book.one("pac");
  if (!pac) return { kind: "direct" };
  if (pac.file.state !== "found") {
    const code = pac.file.state === "unreadable" ? pac.file.failure : pac.file.state;
    return { kind: "pac-broken", code };
  }
  if (pac.broken !== undefined) return { kind: "pac-broken", code: pac.broken };
  return parsePacRoute(pac.routes[target] ?? "DIRECT");
}

/** A PAC answer such as `PROXY one:8080; PROXY two:8080; DIRECT`. */
export function parsePacRoute(route: string): Way {
  const choices = route.split(";").map((choice) => choice.trim());
  const direct = choices.findIndex((choice) => !/^(PROXY|HTTPS?)\s/i.test(choice));
  const tried = direct < 0 ? choices : choices.slice(0, direct);
  const proxies = tried.flatMap((choice) => choice.split(/\s+/)[1] ?? []).slice(0, mostProxies);
  if (proxies.length === 0) return { kind: "direct" };
  return { kind: "proxy", proxies, thenDirect: /^DIRECT$/i.test(choices[direct] ?? "") };
}

/** Whether a bypass list (no_proxy or the Windows one) covers a host. */
export function isBypassed({ bypass }: Pick<ProxySettings, "bypass">, host: string): boolean {
  const name = host.toLowerCase();
  return bypass.some((written) => {
    const entry = written.trim().toLowerCase().replace(/:\d+$/, "");
    if (entry === "*") return true;
    if (entry === "<local>") return !name.includes(".");
    const suffix = entry.replace(/^\*?\./, "");
    if (suffix.includes("*")) return wildcard(suffix, name);
    return suffix !== "" && (name === suffix || name.endsWith(`.${suffix}`));
  });
}

function wildcard(pattern: string, name: string): boolean {
  const [head = "", ...rest] = pattern.split("*");
  if (!name.startsWith(head)) return false;
  let at = head.length;
  for (const part of rest) {
    const next = name.indexOf(part, at);
    if (next < 0) return false;
    at = next + part.length;
  }
  return pattern.endsWith("*") || at === name.length;
}
