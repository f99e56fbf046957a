/**
 * Words by which judges know the page of a filter, a service in front of a server, or a way of
 * logging in. Where what is taken out contains one, its token begins with it, so that whoever looks
 * for the word finds it still. A test holds this list to what the judges look for.
 */
const signals = [
  "warning",
  "restrict",
  "restricted",
  "prohibited",
  "blocked",
  "block",
  "denied",
  "deny",
  "filter",
  "firewall",
  "policy",
  "category",
  "administrator",
  "cloudflare",
  "akamai",
  "cloudfront",
  "imperva",
  "sucuri",
  "비업무",
  "정보보호",
  "보안정책",
  "관리자",
  "유해사이트",
  "차단",
  "제한",
] as const;

/** A token that still says what the judges would have found in the text that it stands for. */
export function withSignals(text: string, token: string): string {
  const low = text.toLowerCase();
  const found = signals.filter((word) => low.includes(word));
  const kept = found.filter((word) => !found.some((more) => more !== word && more.includes(word)));
  return kept.map((word) => `${word}-`).join("") + token;
}
