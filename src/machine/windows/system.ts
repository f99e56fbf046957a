import type { System } from "../system.ts";
import { expand, leavesPc, variable } from "./expand.ts";
import { files } from "./files.ts";
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
  const { writeFile, ...others } = files(env);
  return {
    ...keys,
    ...others,
    // A journal is written before each change: what the change is held against is then read anew.
    writeFile(path, bytes) {
      forget();
      return writeFile(path, bytes);
    },
    async run(program, args, limits) {
      const whole = expand(env, program);
      // No shell does it: a file that is named by a variable is named in full.
      const path = (arg: string) => (/^%[^%]+%\\/.test(arg) ? (expand(env, arg) ?? arg) : arg);
      if (whole === undefined) {
        return { state: "unreadable", failure: "other", code: "ERR_NOT_A_WHOLE_PATH" };
      }
      if (leavesPc(env, whole)) return { state: "unreadable", failure: "guarded" };
      const outcome = await runProgram(whole, args.map(path), limits, `${root}\\System32`);
      if (!readers.has(whole.split(/[\\/]/).at(-1)?.toLowerCase() ?? "")) forget();
      return outcome;
    },
  };
}
