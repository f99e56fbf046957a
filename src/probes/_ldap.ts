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

/**
 * Tags of the answers that may come, RFC 4511: bind (a server that wants one first), entry, done,
 * reference, extended (the notice of disconnection, which has message id 0), intermediate.
 */
const ldapAnswers = new Set([0x61, 0x64, 0x65, 0x73, 0x78, 0x79]);

const enoughBytes = 64;

/** Whether the bytes begin with an LDAPMessage from a server: an answer, or its good-bye. */
export function isLdapAnswer(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x30 || bytes[1] === undefined) return false;
  const longForm = bytes[1] & 0x80 ? bytes[1] & 0x7f : 0;
  if (longForm > 4) return false;
  const id = 2 + longForm;
  const messageId = bytes[id] === 0x02 && bytes[id + 1] === 1 ? bytes[id + 2] : undefined;
  return (messageId === 0 || messageId === 1) && ldapAnswers.has(bytes[id + 3] ?? 0);
}

/** Asks for the rootDSE on an open connection. */
export async function askRootDse(
  connection: Connection,
  timeoutMs: number,
): Promise<NonNullable<FactOf<"row">["ldap"]>> {
  const answer = await connection.exchange(rootDseSearch, {
    timeoutMs,
    maxBytes: 4_096,
    enough: (bytes) => bytes.length >= enoughBytes || isLdapAnswer(bytes),
  });
  if (!answer.ok) return { speaks: false, answer };
  return { speaks: isLdapAnswer(answer.bytes), answer: firstBytes(answer) };
}
