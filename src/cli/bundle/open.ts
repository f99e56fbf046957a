import { statSync } from "node:fs";
import { type Container, openContainer } from "../../bundle/container/read.ts";
import { BundleFault } from "../../bundle/fault.ts";
import type { Io } from "../command.ts";
import { Refusal } from "../refusal.ts";
import { pathIn } from "./media.ts";
import { bundleText } from "./text.ts";

/** Opens a bundle for as long as the work takes. */
export async function withBundle<T>(
  file: string,
  io: Io,
  work: (container: Container) => Promise<T>,
): Promise<T> {
  const container = await opened(file, io);
  try {
    return await work(container);
  } finally {
    await container.close();
  }
}

/** A folder or a device is no bundle that was changed: there is none. */
export function checkPlain(path: string, named: string, io: Io): void {
  if (!statSync(path).isFile()) throw new Refusal(bundleText[io.lang].notPlain(named));
}

async function opened(file: string, io: Io): Promise<Container> {
  const path = pathIn(io, file);
  try {
    checkPlain(path, file, io);
    return await openContainer(path);
  } catch (error) {
    if (error instanceof BundleFault) {
      // Of two bundles that are compared, it is this one.
      throw error.entry === undefined ? new BundleFault(error.code, file, error.detail) : error;
    }
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (code === undefined || syscall === undefined) throw error;
    throw new Refusal(bundleText[io.lang].unreadable(file, code));
  }
}
