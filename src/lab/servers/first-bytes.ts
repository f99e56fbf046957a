import type { Socket } from "node:net";

const waitMs = 30_000;
const recordHeaderBytes = 5;
const handshakeRecord = 0x16;
/** A TLS record is at most 16 KiB and a bit. */
const mostBytes = 18_000;

/**
 * What a client says first: a whole TLS record where it begins one, else whatever came. The socket
 * is left paused; `undefined` where nothing came in time.
 */
export function firstBytes(socket: Socket): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    let held = Buffer.alloc(0);
    const finish = (bytes: Buffer | undefined) => {
      clearTimeout(limit);
      socket.off("data", onData).off("close", onClose);
      socket.pause();
      resolve(bytes);
    };
    const onData = (chunk: Buffer) => {
      held = Buffer.concat([held, chunk]);
      if (isWhole(held) || held.length > mostBytes) finish(held);
    };
    const onClose = () => finish(undefined);
    const limit = setTimeout(finish, waitMs, undefined);
    socket.on("data", onData).on("close", onClose);
  });
}

function isWhole(bytes: Buffer): boolean {
  if (bytes[0] !== handshakeRecord) return true;
  return bytes.length >= recordHeaderBytes && bytes.length >= 5 + bytes.readUInt16BE(3);
}
