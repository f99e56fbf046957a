import type { Server } from "node:http";
import type { Socket } from "node:net";
import { limits } from "./limits.ts";
import { createRate, type Rate } from "./rate.ts";

/** Keeps the number of connections bounded without letting strangers keep the page out. */
export interface Connections {
  /** This one has shown a token: it is not made to give way. */
  trust(socket: Socket): void;
  /** Whether it may ask once more without a token. */
  mayAsk(socket: Socket): boolean;
  closeAll(): void;
}

/**
 * Where one connection more comes than there may be, the oldest of those that have shown no token
 * is cut. Whoever opens a thousand cuts their own.
 */
export function watchConnections(server: Server, most: number = limits.connections): Connections {
  const open = new Set<Socket>();
  const trusted = new WeakSet<Socket>();
  const rates = new WeakMap<Socket, Rate>();
  server.on("connection", (socket: Socket) => {
    if (open.size >= most) {
      const oldest = [...open].find((one) => !trusted.has(one));
      if (oldest === undefined) {
        socket.destroy();
        return;
      }
      open.delete(oldest);
      oldest.destroy();
    }
    open.add(socket);
    socket.on("error", () => socket.destroy());
    socket.on("close", () => open.delete(socket));
  });
  return {
    trust: (socket) => void trusted.add(socket),
    mayAsk(socket) {
      const rate = rates.get(socket) ?? createRate(limits.strangers);
      rates.set(socket, rate);
      return rate.take();
    },
    closeAll() {
      for (const socket of open) socket.destroy();
    },
  };
}
