import { fileURLToPath } from "node:url";

/** The environment that loads some of this folder's files into a process before the program. */
export function preload(...names: string[]): NodeJS.ProcessEnv {
  const files = names.map((name) => fileURLToPath(new URL(name, import.meta.url)));
  return { NODE_OPTIONS: files.map((file) => `--import=${file}`).join(" ") };
}

/** A process whose PC is a world of plain data with these faults; `stuck`: nothing ever answers. */
export function onMachine(...faults: string[]): NodeJS.ProcessEnv {
  return { ...preload("_other-machine.ts"), JOCHI_TEST_MACHINE: faults.join(",") };
}
