import { type Guide, rowsOf } from "../../guide/guide.ts";
import { hostMatches } from "../../guide/host.ts";

type Site = Pick<Guide["sites"][number], "pattern" | "pages">;

/** Stands for a server of the pattern whose name the guide does not know. */
const anyServer = "any-server";

/**
 * The pages that a pattern is there for: those that the guide documents, else, where it knows none,
 * any server of the pattern with and without TLS.
 */
export function pagesOf(guide: Pick<Guide, "endpoints">, { pattern, pages = [] }: Site): string[] {
  const rows = rowsOf(guide).filter(
    ({ host, protocol }) =>
      (protocol === "http" || protocol === "https") && hostMatches(pattern, host),
  );
  const known = [
    ...pages.map(({ url }) => new URL(url).href),
    ...rows.map(({ host, port, protocol }) => new URL(`${protocol}://${host}:${port}/`).href),
  ];
  return known.length > 0 ? [...new Set(known)] : standIns(pattern);
}

/** Pages of an origin as guides write it: `*.lgcns.com` or `https://www.bankpay.or.kr:7443`. */
export function standIns(pattern: string): string[] {
  const [, scheme, host = ""] = /^(?:(https?):\/\/)?([^/]*)/.exec(pattern) ?? [];
  const name = host.startsWith("*.") ? `${anyServer}${host.slice(1)}` : host;
  return scheme ? [`${scheme}://${name}/`] : [`https://${name}/`, `http://${name}/`];
}

/** A page as people say it: without what every page has. */
export function pageName(url: string): string {
  const { protocol, host } = new URL(url);
  return `${protocol}//${host.replace(anyServer, "*")}`;
}
