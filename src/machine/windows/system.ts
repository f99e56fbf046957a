import type { System } from "../system.ts";
import { variable } from "./expand.ts";
import { files } from "./files.ts";
import { placesOf } from "./places.ts";
import { regExe } from "./reg-exe.ts";
import { registry } from "./registry.ts";
import { runProgram } from "./run.ts";

/** Programs of Windows that only tell; after any other the registry is read anew. */
const readers = new Set(["reg.exe", "sc.exe"]);

/** Where Windows is installed, by the variable that every process has. */
export function systemRoot(env: NodeJS.ProcessEnv): string {
  return variable(env, "SystemRoot") ?? "C:\\Windows";
}

/** Registry, files and programs of the PC that this runs on. */
export function windowsSystem(env: NodeJS.ProcessEnv): System {
  const root = systemRoot(env);
  const reg = regExe(`${root}\\System32\\reg.exe`, `${root}\\Temp`);
  const { forget, ...keys } = registry(reg, () => performance.now());
  const places = placesOf(env, reg);
  const { writeFile, ...others } = files(places);
  /** No shell does it: a file that is named by a variable is named in full. */
  async function argument(arg: string): Promise<string> {
    if (!/^%[^%]+%\\/.test(arg)) return arg;
    const place = await places.toChange(arg);
    return "whole" in place ? place.whole : arg;
  }
  return {
    ...keys,
    ...others,
    // A journal is written before each change: what the change is held against is then read anew.
    writeFile(path, bytes) {
      forget();
      return writeFile(path, bytes);
    },
    async run(program, args, limits) {
      const place = await places.toChange(program);
      if ("code" in place) {
        const code = place.code === "NOT_WHOLE" ? "ERR_NOT_A_WHOLE_PATH" : place.code;
        return { state: "unreadable", failure: "other", code };
      }
      const { whole } = place;
      if (places.isGuarded(whole)) return { state: "unreadable", failure: "guarded" };
      const paths = await Promise.all(args.map(argument));
      const outcome = await runProgram(whole, paths, limits, `${root}\\System32`);
      if (!readers.has(whole.split(/[\\/]/).at(-1)?.toLowerCase() ?? "")) forget();
      return outcome;
    },
  };
}
