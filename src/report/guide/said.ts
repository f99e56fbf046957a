import { partKinds } from "./part-id.ts";

/**
 * What a guide's HTML says: the names of its elements, each without the kind before it, then its
 * texts, each without the space around it and the number before a title; so a page finds in its own
 * file what it then need not carry twice. Two patterns over the whole, because a page opens with it.
 */
export function saidBy(html: string): string[] {
  const ids = html.match(/ id="[^"]*/g) ?? [];
  const texts = html.split(/(?:\s*<[^>]*>)+\s*(?:[^\d.<]{0,9}\d+\. )?/);
  return [...ids.map((id) => id.replace(kind, "")), ...texts.map(read)].filter(Boolean);
}

function read(text: string): string {
  if (!text.includes("&")) return text;
  return text.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => marks[entity]!);
}

const kind = new RegExp(`^ id="(?:(?:ko|en)-guide-(?:(?:${partKinds.join("|")})-)?)?`);

const marks: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
