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
  "사이트 차단",
  "페이지 차단",
  "접속 차단",
  "접근 차단",
  "차단 안내",
  "업무와 무관한",
  "사이트로 분류되어",
  "회사 방침에 따라",
  "page you requested is prohibited",
  "site is restricted",
  "access restricted",
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

/** Statuses of refusals; on an ordinary page two weak words may stand by chance. */
const refusals = new Set([302, 303, 307, 401, 403, 451, 503]);

/** What Korean payment pages say of pop-ups has nothing to do with filters. */
const aboutPopups = /팝업[^\n.]{0,40}?(차단|제한)[^\n.]{0,20}/g;

/** That this very site or page was blocked, said outright. */
const outright =
  /(사이트|페이지|접속|접근)[^.\n]{0,30}차단\s?되었|access to this (site|page)[^.\n]{0,40}blocked|(web ?page|site|access) (has been |is |was )?blocked/;

/** Services in front of servers that refuse in the server's own name. */
const fronts = /cloudflare|akamai|cloudfront|imperva|sucuri/i;

/**
 * The words or the address by which an answer is known to be a filter's page and not the server's;
 * undefined where nothing speaks for that. Behind a certificate that public roots vouch for the
 * server itself speaks, so there only a refusal said outright counts.
 */
export function blockWords(
  answer: HttpAnswer,
  host: string,
  vouchedFor: boolean,
): string | undefined {
  if (answer.status >= 500 && !refusals.has(answer.status)) return undefined;
  if (vouchedFor && fronts.test(answer.headers.server ?? "")) return undefined;
  const redirect = foreignRedirect(answer, host, vouchedFor);
  if (redirect) return redirect;
  const text = visibleText(answer.body);
  if (vouchedFor) return outright.exec(text)?.[0];
  const phrase = strong.find((words) => text.includes(words));
  if (phrase) return phrase;
  if (!refusals.has(answer.status)) return undefined;
  const found = weak.filter((words) => text.includes(words));
  const distinct = found.filter((a) => !found.some((b) => b !== a && b.includes(a)));
  return distinct.length >= 2 ? distinct.join(", ") : undefined;
}

/** A redirect to the inside of the network, or to a stranger whose very name says what it is. */
function foreignRedirect(
  answer: HttpAnswer,
  host: string,
  vouchedFor: boolean,
): string | undefined {
  return foreignTargets(answer, host).find(
    ({ hostname, href }) =>
      (!vouchedFor && isPrivate(hostname)) ||
      /block|deny|denied|warning|restrict|filter/i.test(href),
  )?.hostname;
}

/** Where an answer sends its reader that is not its own holder's: by header, frame or script. */
export function foreignTargets({ headers, body }: HttpAnswer, host: string): URL[] {
  const refresh = /url\s*=\s*(\S+)/i.exec(headers.refresh ?? "")?.[1];
  const opened = body.split("\n").flatMap((line) => (line.startsWith("→ ") ? [line.slice(2)] : []));
  return [headers.location, refresh, ...opened]
    .filter((url) => url !== undefined && URL.canParse(url))
    .map((url) => new URL(url as string))
    .filter(({ hostname }) => hostname !== "" && holderOf(hostname) !== holderOf(host));
}

/** A filter says what it has to say in its first lines; more would only cost time. */
const readCharacters = 4_096;

function visibleText(page: string): string {
  return page
    .slice(0, readCharacters)
    .replace(/^→ .*$/gm, " ")
    .replace(aboutPopups, " ")
    .replace(/\s+/g, " ")
    .toLowerCase();
}
