/** Just enough LDAP (RFC 4511) for a rootDSE to be read. */

const sequence = 0x30;
const integer = 0x02;
const octets = 0x04;
const set = 0x31;
const searchEntry = 0x64;
const searchDone = 0x65;
const bindRequest = 0x60;
const bindResponse = 0x61;

const success = Buffer.from([0x0a, 1, 0, octets, 0, octets, 0]);

/** The answer of a directory to one request; `undefined` where the bytes are not LDAP. */
export function ldapAnswer(request: Uint8Array): Uint8Array | undefined {
  const header = readHeader(request);
  if (header === undefined) return undefined;
  const reply = (tag: number, body: Buffer) => tlv(sequence, [header.id, tlv(tag, [body])]);
  if (header.operation === bindRequest) return reply(bindResponse, success);
  const attributes = tlv(sequence, [
    attribute("supportedLDAPVersion", "3"),
    attribute("vendorName", "Lab Directory"),
  ]);
  const entry = Buffer.concat([tlv(octets, []), attributes]);
  return Buffer.concat([reply(searchEntry, entry), reply(searchDone, success)]);
}

function readHeader(bytes: Uint8Array): { id: Buffer; operation: number } | undefined {
  const lengthByte = bytes[1];
  if (bytes[0] !== sequence || lengthByte === undefined) return undefined;
  const at = 2 + (lengthByte & 0x80 ? lengthByte & 0x7f : 0);
  const idLength = bytes[at + 1];
  if (bytes[at] !== integer || idLength === undefined || idLength > 4) return undefined;
  const operation = bytes[at + 2 + idLength];
  if (operation === undefined) return undefined;
  return { id: Buffer.from(bytes.subarray(at, at + 2 + idLength)), operation };
}

function attribute(name: string, value: string): Buffer {
  const text = (word: string) => tlv(octets, [Buffer.from(word)]);
  return tlv(sequence, [text(name), tlv(set, [text(value)])]);
}

function tlv(tag: number, parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const length = body.length < 0x80 ? [body.length] : [0x82, body.length >> 8, body.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
