import { createHash } from "node:crypto";
import { createServer } from "node:net";

const patienceMs = 3_000;
const pauseMs = 100;

/**
 * Holds a name that no other process of this PC can hold at the same time. The operating system
 * lets go of it when the process ends, however it ends, so that nothing is left behind to clean up.
 * On Windows it is a named pipe, on Linux a socket of the abstract name space; nobody can talk to it.
 *
 * @returns what lets go of it, or undefined where another process holds it for longer than a moment
 */
export async function holdAlone(name: string): Promise<(() => void) | undefined> {
  const short = createHash("sha256").update(name).digest("hex").slice(0, 32);
  const path = process.platform === "win32" ? `\\\\.\\pipe\\jochi-${short}` : `\0jochi-${short}`;
  for (let waitedMs = 0; ; waitedMs += pauseMs) {
    const held = await listen(path);
    if (held) return held;
    if (waitedMs >= patienceMs) return undefined;
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

function listen(path: string): Promise<(() => void) | undefined> {
  return new Promise((resolve) => {
    const server = createServer((socket) => socket.destroy());
    // Whatever keeps it from being held, another user's pipe say, it is not held.
    server.once("error", () => resolve(undefined));
    server.listen(path, () => {
      server.unref();
      resolve(() => void server.close());
    });
  });
}
