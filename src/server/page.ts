import { createHash } from "node:crypto";

/** The page as it is served: one file, and what the browser may do with it. */
export interface Page {
  html: string;
  contentSecurityPolicy: string;
}

const inlined = /<(script|style)(?:\s[^>]*)?>([\s\S]*?)<\/\1>/g;

/**
 * A page whose policy names its own scripts and styles by their hashes: nothing else runs, whatever
 * a guide, an evidence file or a server's answer has in it. It may ask this server, and no other.
 */
export function pageOf(html: string): Page {
  const hashes = { script: new Set<string>(), style: new Set<string>() };
  for (const [, tag, text = ""] of html.matchAll(inlined))
    hashes[tag as "script" | "style"].add(`'sha256-${hashOf(text)}'`);
  const listOf = (found: Set<string>) => (found.size === 0 ? "'none'" : [...found].join(" "));
  return {
    html,
    contentSecurityPolicy: [
      "default-src 'none'",
      `script-src ${listOf(hashes.script)}`,
      `style-src ${listOf(hashes.style)}`,
      "img-src data:",
      "font-src data:",
      "connect-src 'self'",
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join("; "),
  };
}

function hashOf(text: string): string {
  return createHash("sha256").update(text, "utf8").digest("base64");
}
