import type { HttpAnswer } from "../evidence/outcome.ts";
import { holderOf, isPrivate } from "./address.ts";

/**
 * Words by which the pages of filters are known. A strong phrase is enough; two weak words are
 * needed, because an ordinary "403 Forbidden" of a server has one of them at most.
 */
const strong = [
  "차단되었습니다",
  "차단 되었습니다",
  "차단된 사이트",
  "차단된 페이지",
  "접속이 차단",
  "접근이 차단",
  "접속이 제한",
  "접근이 제한",
  "유해 사이트",
  "유해사이트",
  "비업무 사이트",
  "비업무사이트",
  "has been blocked",
  "is blocked",
  "was blocked",
  "blocked by",
  "access blocked",
  "web page blocked",
  "site blocked",
  "warning.or.kr",
];

const weak = [
  "차단",
  "제한",
  "보안정책",
  "보안 정책",
  "정보보호",
  "관리자",
  "비업무",
  "access denied",
  "denied",
  "blocked",
  "policy",
  "category",
  "filter",
  "firewall",
  "administrator",
];

/** Statuses with which filters answer; a page of another status is the server's own affair. */
const pageStatuses = new Set([200, 302, 303, 307, 401, 403, 451, 503]);

/**
 * The words or the address by which an answer is known to be a filter's page and not the server's;
 * undefined where nothing speaks for that.
 */
export function blockWords(answer: HttpAnswer, host: string): string | undefined {
  if (!pageStatuses.has(answer.status)) return undefined;
  const redirect = foreignRedirect(answer, host);
  if (redirect) return redirect;
  const text = visibleText(answer.body);
  const phrase = strong.find((words) => text.includes(words));
  if (phrase) return phrase;
  const found = weak.filter((words) => text.includes(words));
  const distinct = found.filter((a) => !found.some((b) => b !== a && b.includes(a)));
  return distinct.length >= 2 ? distinct.join(", ") : undefined;
}

/** A redirect to the inside of the network, or to a stranger whose very name says what it is. */
function foreignRedirect({ headers }: HttpAnswer, host: string): string | undefined {
  const { location } = headers;
  if (!location || !URL.canParse(location)) return undefined;
  const { hostname, href } = new URL(location);
  if (holderOf(hostname) === holderOf(host)) return undefined;
  const telling = /block|deny|denied|warning|restrict|filter/i.test(href);
  return isPrivate(hostname) || telling ? hostname : undefined;
}

/** A filter says what it has to say in its first lines; more would only cost time. */
const readCharacters = 4_096;

function visibleText(html: string): string {
  return html
    .slice(0, readCharacters)
    .replace(/<(script|style)[\s\S]*?<\/\1>/gi, " ")
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .toLowerCase();
}
