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

async function opened(file: string, io: Io): Promise<Container> {
  try {
    return await openContainer(pathIn(io, file));
  } catch (error) {
    const { code, syscall } = error as NodeJS.ErrnoException;
    if (error instanceof BundleFault || code === undefined || syscall === undefined) throw error;
    throw new Refusal(bundleText[io.lang].unreadable(file, code));
  }
}
