import type { AddressSet } from "./address.ts";
import type { Opening } from "./opening.ts";

/** The shortest limit among the vendors: PAN-OS before 8.1. */
const nameLimit = 31;
/** nftables takes at most 128 bytes of comment. */
const commentLimit = 120;
const idInComment = 40;

/** What an opening asks for, beside the users' networks that all have in common. */
type Asked = Pick<Opening, "direction" | "transport" | "ports"> & { destination: AddressSet };

/**
 * What everything of one request is called, at most 28 characters. It ends with a check sum of what
 * is asked for: loading other openings beside those that are there must never add to an object or a
 * rule of theirs, as most firewalls would do with one of the same name.
 */
export function stemFor(
  { id, edition }: { id: string; edition: string },
  sources: AddressSet,
  asked: readonly Asked[],
): string {
  const sets = [sources, ...asked.map(({ destination }) => destination)];
  const content = [
    id,
    edition,
    ...sets.map(({ v4, v6, names }) => `${v4} ${v6} ${names}`),
    ...asked.map(({ direction, transport, ports }) => `${direction} ${transport} ${ports}`),
  ].join("\n");
  const check = checkSum(content).toString(16).padStart(8, "0").slice(0, 4);
  const digits = Math.max(2, `${asked.length}`.length);
  const room = nameLimit - `jochi--${check}-`.length - digits;
  return `jochi-${plain(id).slice(0, room).replace(/-+$/, "")}-${check}`;
}

/** FNV-1a, 32 bits. */
function checkSum(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1)
    sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193) >>> 0;
  return sum;
}

function plain(word: string): string {
  return word.replace(/[^A-Za-z0-9._-]/g, "-");
}

/** Guide, edition and as many rows as fit, in plain ASCII: it stands between quotes. */
export function commentOf(
  guide: { id: string; edition: string },
  endpoints: readonly string[],
): string {
  const head = `${plain(guide.id).slice(0, idInComment)} ${plain(guide.edition)}: `;
  const words = endpoints.map(plain);
  const whole = head + words.join(", ");
  if (whole.length <= commentLimit) return whole;
  let text = "";
  let count = 0;
  for (const word of words) {
    const more = `${text}${count > 0 ? ", " : ""}${word}`;
    if (head.length + more.length > commentLimit - ", +12345 more".length) break;
    text = more;
    count += 1;
  }
  const rest = words.length - count;
  return count === 0 ? `${head}${rest} rows` : `${head}${text}, +${rest} more`;
}
