/** A file that is read piece by piece. `read` gives fewer bytes only where the file ends. */
export interface ByteSource {
  /** Bytes. */
  readonly size: number;
  read(offset: number, length: number): Promise<Uint8Array>;
}

/** Thrown inside this folder where a source gives an error, or other than what was asked for. */
export class Unreadable extends Error {
  override name = "Unreadable";
}

/** A source over bytes that are in memory anyway. */
export function bytesSource(bytes: Uint8Array): ByteSource {
  return {
    size: bytes.length,
    read: async (offset, length) => bytes.subarray(offset, offset + length),
  };
}

/** Exactly these bytes; the caller has compared the range with the source's size. */
export async function readExactly(
  source: ByteSource,
  offset: number,
  length: number,
): Promise<Uint8Array> {
  const bytes = await source.read(offset, length).catch((cause: unknown) => {
    throw new Unreadable("a read failed", { cause });
  });
  if (bytes.length !== length) throw new Unreadable("a read came back short");
  return bytes;
}
