/** The few bytes of TLS that an unencrypted handshake shows, RFC 5246. */

const record = { handshake: 0x16, alert: 0x15, application: 0x17 } as const;
const message = {
  serverHello: 2,
  certificate: 11,
  certificateRequest: 13,
  serverHelloDone: 14,
} as const;

export const alerts = { handshakeFailure: 40, protocolVersion: 70, internalError: 80 } as const;

/** Suites of TLS 1.2 that an ordinary server takes, and those of TLS 1.3. */
const suites12 = new Set([
  0x002f, 0x0035, 0x003c, 0x003d, 0x009c, 0x009d, 0x009e, 0x009f, 0xc009, 0xc00a, 0xc013, 0xc014,
  0xc023, 0xc024, 0xc027, 0xc028, 0xc02b, 0xc02c, 0xc02f, 0xc030, 0xcca8, 0xcca9,
]);
const suites13 = new Set([0x1301, 0x1302, 0x1303]);

/** A certificate of ordinary size, so that the flight does not fit through a narrow tunnel. */
const certificateBytes = 2_400;

export interface ClientHello {
  servername: string;
  /** The newest version that a common suite allows; none where no suite is common. */
  version: "1.2" | "1.3" | undefined;
}

/** Reads as much of a ClientHello as an answer depends on; `undefined` where it is none. */
export function readClientHello(bytes: Uint8Array): ClientHello | undefined {
  if (bytes[0] !== record.handshake || bytes[5] !== 1) return undefined;
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const suitesAt = 44 + view.readUInt8(43);
    const suitesLength = view.readUInt16BE(suitesAt);
    const suites: number[] = [];
    for (let at = suitesAt + 2; at < suitesAt + 2 + suitesLength; at += 2) {
      suites.push(view.readUInt16BE(at));
    }
    const compressionAt = suitesAt + 2 + suitesLength;
    const extensionsAt = compressionAt + 1 + view.readUInt8(compressionAt);
    return { servername: readServername(view, extensionsAt), version: commonVersion(suites) };
  } catch (error) {
    // Lengths that point past the end: not a hello that any server would read.
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

function commonVersion(suites: number[]): ClientHello["version"] {
  if (suites.some((suite) => suites12.has(suite))) return "1.2";
  return suites.some((suite) => suites13.has(suite)) ? "1.3" : undefined;
}

function readServername(view: Buffer, extensionsAt: number): string {
  if (extensionsAt + 2 > view.length) return "";
  const end = extensionsAt + 2 + view.readUInt16BE(extensionsAt);
  for (let at = extensionsAt + 2; at + 4 <= end; ) {
    const length = view.readUInt16BE(at + 2);
    if (view.readUInt16BE(at) === 0 && length > 5) {
      const nameLength = view.readUInt16BE(at + 7);
      return view.toString("latin1", at + 9, at + 9 + nameLength);
    }
    at += 4 + length;
  }
  return "";
}

export function alertBytes(alert: number, minor = 3): Uint8Array {
  return Uint8Array.from([record.alert, 3, minor, 0, 2, 2, alert]);
}

/** What a server says first to a hello it accepts. */
export function serverFlight(version: "1.2" | "1.3", asksForCertificate: boolean): Uint8Array {
  const hello = handshake(message.serverHello, 70);
  if (version === "1.3") {
    return Buffer.concat([wrap(record.handshake, hello), wrap(record.application, filler(2_600))]);
  }
  const messages = [
    hello,
    handshake(message.certificate, certificateBytes),
    ...(asksForCertificate ? [handshake(message.certificateRequest, 40)] : []),
    handshake(message.serverHelloDone, 0),
  ];
  return wrap(record.handshake, Buffer.concat(messages));
}

function filler(length: number): Buffer {
  return Buffer.alloc(length, 0x5a);
}

function handshake(type: number, length: number): Buffer {
  return Buffer.concat([Buffer.from([type, 0, length >> 8, length & 0xff]), filler(length)]);
}

function wrap(type: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([type, 3, 3, body.length >> 8, body.length & 0xff]), body]);
}
