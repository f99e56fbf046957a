/**
 * A connection's proxy settings as Windows keeps them in one value: three numbers (version, a
 * counter, flags), then proxy, exceptions and PAC address, each with its length before it, then what
 * nothing here looks at. The layout has no official description.
 */
export interface ProxyBlock {
  /** wininet.h, INTERNET_PER_CONN_FLAGS: 2 by hand, 4 by a PAC file. */
  flags: number;
  server: string;
  bypass: string;
  pacUrl: string;
}

const textsAt = 12;
const longest = 65_536;

/** Undefined where the bytes are no such block. */
export function readProxyBlock(bytes: Uint8Array): ProxyBlock | undefined {
  const [server, bypass, pacUrl] = spans(bytes) ?? [];
  if (!server || !bypass || !pacUrl) return undefined;
  const text = ([start, end]: Span) => String.fromCharCode(...bytes.subarray(start, end));
  return {
    flags: view(bytes).getUint32(8, true),
    server: text(server),
    bypass: text(bypass),
    pacUrl: text(pacUrl),
  };
}

/** The same block with other exceptions, its counter one further, as Windows writes it. */
export function withBypass(bytes: Uint8Array, bypass: string): Uint8Array | undefined {
  const [, old] = spans(bytes) ?? [];
  if (!old || !/^[\x20-\x7e]*$/.test(bypass) || bypass.length > longest) return undefined;
  const [start, end] = old;
  const changed = new Uint8Array(bytes.length - (end - start) + bypass.length);
  changed.set(bytes.subarray(0, start));
  changed.set(
    Uint8Array.from(bypass, (letter) => letter.charCodeAt(0)),
    start,
  );
  changed.set(bytes.subarray(end), start + bypass.length);
  const numbers = view(changed);
  numbers.setUint32(4, (numbers.getUint32(4, true) + 1) >>> 0, true);
  numbers.setUint32(start - 4, bypass.length, true);
  return changed;
}

type Span = [start: number, end: number];

/** Where the three texts stand. */
function spans(bytes: Uint8Array): Span[] | undefined {
  const found: Span[] = [];
  let at = textsAt;
  while (found.length < 3) {
    if (at + 4 > bytes.length) return undefined;
    const length = view(bytes).getUint32(at, true);
    const start = at + 4;
    if (length > longest || start + length > bytes.length) return undefined;
    found.push([start, start + length]);
    at = start + length;
  }
  return found;
}

const view = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
