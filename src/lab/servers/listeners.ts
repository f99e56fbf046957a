import { createServer, type Server, type Socket } from "node:net";

export type Accept = (socket: Socket) => void;

/** Enough for every PC of a bench at once. */
const backlog = 512;
const closeMs = 1_000;

/**
 * The listening sockets of one process. Between two worlds only those that differ are opened and
 * closed: whoever is asked for at the moment of a connection answers it.
 */
export function createListeners() {
  const servers = new Map<string, Server>();
  const open = new Set<Socket>();
  let current = new Map<string, Accept>();

  const listen = (key: string) =>
    new Promise<void>((resolve, reject) => {
      const server = createServer({ noDelay: true }, (socket) => {
        open.add(socket);
        socket.on("close", () => open.delete(socket));
        socket.on("error", () => socket.destroy());
        const accept = current.get(key);
        if (accept) accept(socket);
        else socket.resetAndDestroy();
      });
      servers.set(key, server);
      const at = key.lastIndexOf(":");
      server.once("error", reject);
      server.listen({ host: key.slice(0, at), port: Number(key.slice(at + 1)), backlog }, resolve);
    });

  const stop = (key: string) =>
    new Promise<void>((resolve) => {
      const server = servers.get(key)!;
      servers.delete(key);
      const limit = setTimeout(resolve, closeMs);
      server.close(() => {
        clearTimeout(limit);
        resolve();
      });
    });

  return {
    /** `address:port` → who answers there; every connection of the world before is cut. */
    async set(next: Map<string, Accept>): Promise<void> {
      current = next;
      for (const socket of open) socket.destroy();
      const gone = [...servers.keys()].filter((key) => !next.has(key));
      const fresh = [...next.keys()].filter((key) => !servers.has(key));
      await Promise.all([...gone.map(stop), ...fresh.map(listen)]);
    },
  };
}
