import type { FactOf } from "../evidence/facts.ts";
import type { Connection } from "../machine/machine.ts";
import { firstBytes } from "./_bytes.ts";

/**
 * A search for the rootDSE, RFC 4512 §5.1: base "", scope base, filter (objectClass=*), all
 * attributes. Every LDAP server answers it without a login, so it proves that LDAP is spoken.
 */
export const rootDseSearch = Uint8Array.from(
  Buffer.from(
    "3025020101632004000a01000a0100020100020100010100870b6f626a656374436c6173733000",
    "hex",
  ),
);

/** Tags of the answers that may come to a search, RFC 4511 §4.5.2: entry, done, reference. */
const searchAnswers = new Set([0x64, 0x65, 0x73]);

const enoughBytes = 64;

/** Whether the bytes begin with an LDAPMessage that answers message 1. */
export function answersSearch(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30 || bytes[1] === undefined) return false;
  const longForm = bytes[1] & 0x80 ? bytes[1] & 0x7f : 0;
  if (longForm > 4) return false;
  const id = 2 + longForm;
  const isFirst = bytes[id] === 0x02 && bytes[id + 1] === 1 && bytes[id + 2] === 1;
  return isFirst && searchAnswers.has(bytes[id + 3] ?? 0);
}

/** Asks for the rootDSE on an open connection. */
export async function askRootDse(
  connection: Connection,
  timeoutMs: number,
): Promise<NonNullable<FactOf<"row">["ldap"]>> {
  const answer = await connection.exchange(rootDseSearch, {
    timeoutMs,
    maxBytes: 4_096,
    enough: (bytes) => bytes.length >= enoughBytes || answersSearch(bytes),
  });
  if (!answer.ok) return { speaks: false, answer };
  return { speaks: answersSearch(answer.bytes), answer: firstBytes(answer) };
}
