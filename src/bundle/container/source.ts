import { constants, type FileHandle, open } from "node:fs/promises";

/** Bytes that can be read at any place: a file, or what is in memory already. */
export interface Source {
  size: number;
  /** Fills `into` from `offset` on; gives how many bytes there were, fewer only at the end. */
  read(into: Uint8Array, offset: number): Promise<number>;
  close(): Promise<void>;
}

/** Opens a plain file for reading. Never waits for a pipe or a device; undefined where it is none. */
export async function openSource(path: string): Promise<Source | undefined> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const stat = await handle.stat();
  if (!stat.isFile()) {
    await handle.close();
    return undefined;
  }
  return {
    size: stat.size,
    read: (into, offset) => readFully(handle, into, offset),
    close: () => handle.close(),
  };
}

export function memorySource(bytes: Uint8Array): Source {
  return {
    size: bytes.length,
    async read(into, offset) {
      const piece = bytes.subarray(offset, offset + into.length);
      into.set(piece);
      return piece.length;
    },
    async close() {},
  };
}

/** The system may give less than was asked for; only 0 means the end. */
export async function readFully(
  handle: FileHandle,
  into: Uint8Array,
  offset: number,
): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, offset + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
}

const chunkBytes = 1 << 20;

/**
 * The bytes from `start` to `end`, piece by piece. While one piece is worked on, the next is being read:
 * a piece is valid until the next one is asked for. Ends early where the source does.
 */
export async function* pieces(
  source: Pick<Source, "read">,
  start: number,
  end: number,
): AsyncGenerator<Uint8Array> {
  const buffers = [Buffer.allocUnsafeSlow(chunkBytes), Buffer.allocUnsafeSlow(chunkBytes)];
  const ask = (at: number, turn: number) => {
    const into = buffers[turn]!.subarray(0, Math.min(chunkBytes, end - at));
    return source.read(into, at).then((read) => into.subarray(0, read));
  };
  let coming: Promise<Uint8Array> | undefined = start < end ? ask(start, 0) : undefined;
  try {
    for (let at = start, turn = 0; coming !== undefined; turn ^= 1) {
      const piece: Uint8Array = await coming;
      at += piece.length;
      coming = piece.length > 0 && at < end ? ask(at, turn ^ 1) : undefined;
      if (piece.length > 0) yield piece;
    }
  } finally {
    // A read that nobody waits for any more must not outlive the file, nor end the process.
    await coming?.catch(() => {});
  }
}
