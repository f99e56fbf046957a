import type { Io } from "../command.ts";

export async function render(_argv: string[], io: Io): Promise<number> {
  io.err("");
  return 2;
}
