/** Writes DER, for tests. It shares nothing with what reads it. */
type Part = Uint8Array;

export function der(tag: number, ...parts: Part[]): Buffer {
  const content = Buffer.concat(parts);
  const { length } = content;
  const long = length
    .toString(16)
    .padStart(length.toString(16).length + (length.toString(16).length % 2), "0");
  const size =
    length < 0x80
      ? Buffer.from([length])
      : Buffer.concat([Buffer.from([0x80 | (long.length / 2)]), Buffer.from(long, "hex")]);
  return Buffer.concat([Buffer.from([tag]), size, content]);
}

export const sequence = (...parts: Part[]) => der(0x30, ...parts);
export const set = (...parts: Part[]) => der(0x31, ...[...parts].sort(Buffer.compare));
export const around = (n: number, ...parts: Part[]) => der(0xa0 | n, ...parts);
export const octets = (bytes: Part) => der(0x04, bytes);
export const bits = (bytes: Part, unused = 0) => der(0x03, Buffer.from([unused]), bytes);
export const nothing = () => der(0x05);
export const yes = () => der(0x01, Buffer.from([0xff]));
export const text = (value: string) => der(0x0c, Buffer.from(value, "utf8"));

export function integer(value: number | Part): Buffer {
  if (typeof value !== "number") return der(0x02, value);
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex");
  return bytes[0]! > 0x7f ? der(0x02, Buffer.from([0]), bytes) : der(0x02, bytes);
}

export function oid(dotted: string): Buffer {
  const [first, second, ...rest] = dotted.split(".").map(Number) as [number, number, ...number[]];
  const arcs = [first * 40 + second, ...rest].flatMap((arc) => {
    const bytes = [arc & 0x7f];
    for (let left = Math.floor(arc / 128); left > 0; left = Math.floor(left / 128))
      bytes.unshift((left & 0x7f) | 0x80);
    return bytes;
  });
  return der(0x06, Buffer.from(arcs));
}

const digits = (time: number) => new Date(time).toISOString().replace(/[-:T]|\.\d+/g, "");
export const generalizedTime = (time: number) => der(0x18, Buffer.from(digits(time)));
export const utcTime = (time: number) => der(0x17, Buffer.from(digits(time).slice(2)));
