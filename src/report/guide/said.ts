import { partKinds } from "./part-id.ts";

/**
 * What a guide's HTML says, in its order: the names of its elements and its texts, each without the
 * space around it, without the number before a title and the kind before an id. The same from the HTML as it is written and
 * from what a browser says of the elements that it has made of it; so a page finds in its own
 * document what it then need not carry twice.
 */
export function saidBy(html: string): string[] {
  const said: string[] = [];
  // One pass, because a page opens with it: tags that have a name, and what stands between tags.
  for (const [, id, text] of html.matchAll(/<\w+ id="([^"]*)"|>([^<]+)/g)) {
    const own = told(id ?? text!);
    if (own !== "") said.push(own);
  }
  return said;
}

function told(piece: string): string {
  const bare = piece.trim().replace(before, "");
  return bare.includes("&")
    ? bare.replace(/&(?:amp|lt|gt|quot|#39);/g, (entity) => marks[entity]!)
    : bare;
}

const before = new RegExp(
  `^(?:[^\\d.]{0,9}\\d+\\. |(?:ko|en)-guide-(?:(?:${partKinds.join("|")})-)?)`,
);

const marks: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
};
