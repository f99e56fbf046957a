import { createRequire } from "node:module";

/**
 * YAML and zod take longer to load than a kept guide takes to read, so they come only when needed;
 * and synchronously, because a guide is read before anything else can start. The build, which knows
 * no `createRequire`, puts a plain `require` in the place of this file.
 */
export function parser(): typeof import("./parse.ts") {
  return createRequire(import.meta.url)("./parse.ts") as typeof import("./parse.ts");
}
