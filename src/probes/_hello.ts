/** Just enough of TLS 1.2 to see how a server answers before any session exists, RFC 5246. */

const tls12 = [0x03, 0x03];

/** Suites that practically every TLS 1.2 server of the last ten years knows. */
export const commonSuites = [0xc02f, 0xc02b, 0xc030, 0xc02c, 0xcca8, 0xcca9, 0x009c, 0x002f];

/**
 * A suite that no server has (unassigned), so that a living server answers with an alert of seven
 * bytes, which fits through where a certificate does not.
 */
export const noSuites = [0x5a5b];

const handshakeRecord = 0x16;
const clientHelloType = 1;

/** Bytes of one ClientHello; `servername` empty sends no SNI. */
export function clientHello(servername: string, suites: readonly number[]): Uint8Array {
  const random = crypto.getRandomValues(new Uint8Array(32));
  const extensions = [
    ...(servername === "" ? [] : extension(0, list16([0, ...list16(bytesOf(servername))]))),
    ...extension(10, list16([...u16(29), ...u16(23)])),
    ...extension(11, [1, 0]),
    ...extension(13, list16([0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501].flatMap(u16))),
  ];
  const body = [
    ...tls12,
    ...random,
    0,
    ...list16(suites.flatMap(u16)),
    1,
    0,
    ...list16(extensions),
  ];
  const message = [clientHelloType, 0, ...list16(body)];
  return Uint8Array.from([handshakeRecord, 0x03, 0x01, ...list16(message)]);
}

/**
 * Handshake message types in the records so far; what is not complete yet is left out.
 * RFC 5246 §6.2, §7.4.
 */
export function handshakeMessages(bytes: Uint8Array): number[] {
  const stream: number[] = [];
  for (let at = 0; at + 5 <= bytes.length; ) {
    const length = ((bytes[at + 3] ?? 0) << 8) | (bytes[at + 4] ?? 0);
    if (bytes[at] === handshakeRecord) stream.push(...bytes.subarray(at + 5, at + 5 + length));
    at += 5 + length;
  }
  const types: number[] = [];
  for (let at = 0; at + 4 <= stream.length && types.length < 32; ) {
    types.push(stream[at] ?? 0);
    at +=
      4 + (((stream[at + 1] ?? 0) << 16) | ((stream[at + 2] ?? 0) << 8) | (stream[at + 3] ?? 0));
  }
  return types;
}

const u16 = (value: number) => [value >> 8, value & 0xff];
const list16 = (bytes: number[]) => [...u16(bytes.length), ...bytes];
const bytesOf = (text: string) => [...new TextEncoder().encode(text)];
const extension = (type: number, body: number[]) => [...u16(type), ...list16(body)];
