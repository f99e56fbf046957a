import { createHash } from "node:crypto";
import { find } from "./system-registry.ts";
import type { Effect, SystemWorld } from "./system-world.ts";

export interface Ran {
  code: number;
  output: string;
  effects: Effect[];
}

/** The bytes of a file of this PC, or undefined. */
export type ReadBytes = (path: string) => Buffer | undefined;

/**
 * What starting a program comes to: one of the world's own, else one of Windows' programs that
 * Jochi calls. Undefined where there is no such program.
 */
export function start(
  world: SystemWorld,
  program: string,
  args: readonly string[],
  read: ReadBytes,
): Ran | undefined {
  const own =
    told(world, program, args) ?? told(world, originalOf(world, program, read) ?? "", args);
  if (own !== undefined) {
    if (read(program) === undefined) return undefined;
    return { code: own.code, output: own.output ?? "", effects: own.effects };
  }
  const root = (world.variables.SystemRoot ?? "").toLowerCase();
  const name = program.toLowerCase();
  if (name === `${root}\\system32\\certutil.exe`) return certutil(world, args, read);
  if (name === `${root}\\system32\\sc.exe`) return sc(world, args);
  if (name === `${root}\\system32\\rundll32.exe`) return rundll32(world, args);
  // A program of which nothing is told ends well and changes nothing.
  return read(program) === undefined ? undefined : done("", []);
}

function told(world: SystemWorld, program: string, args: readonly string[]) {
  return world.programs.find(
    (each) =>
      each.path.toLowerCase() === program.toLowerCase() &&
      (each.args === undefined || each.args.join("\0") === args.join("\0")),
  );
}

/** A copy of a program, by its name and bytes, does what that one does. */
function originalOf({ programs }: SystemWorld, program: string, read: ReadBytes) {
  const nameOf = (path: string) => path.split("\\").at(-1)?.toLowerCase();
  const bytes = read(program);
  return programs.find(
    ({ path }) =>
      nameOf(path) === nameOf(program) && bytes !== undefined && read(path)?.equals(bytes),
  )?.path;
}

const failed = (code: number, output = ""): Ran => ({ code, output, effects: [] });
const done = (output: string, effects: Effect[]): Ran => ({ code: 0, output, effects });

/** Exit codes are the low parts of HRESULTs: file not found, not found, access denied. */
function certutil(world: SystemWorld, args: readonly string[], read: ReadBytes): Ran {
  const rest = args.filter((arg) => arg !== "-user" && arg !== "-f");
  const [verb, store, what] = rest;
  if (rest.length !== 3 || store === undefined || what === undefined) return failed(87);
  const user = args.includes("-user");
  if (!user && !world.elevated) return failed(5);
  const folder = `${user ? "HKCU" : "HKLM"}\\Software\\Microsoft\\SystemCertificates\\${store}\\Certificates`;
  if (verb === "-addstore") {
    const der = read(what);
    if (der === undefined) return failed(2);
    const sha1 = createHash("sha1").update(der).digest();
    const data = blob([
      [3, sha1],
      [32, der],
    ]).toString("hex");
    const path = `${folder}\\${sha1.toString("hex").toUpperCase()}`;
    const values = [{ name: "Blob", value: { type: "hex" as const, id: 3, data } }];
    return done(`${store}\r\nCertUtil: -addstore command completed successfully.\r\n`, [
      { do: "key", path, values },
    ]);
  }
  if (verb === "-delstore") {
    const path = `${folder}\\${what.toUpperCase()}`;
    const effects: Effect[] = find(world.registry, path) ? [{ do: "key", path, values: null }] : [];
    return done(`${store}\r\nCertUtil: -delstore command completed successfully.\r\n`, effects);
  }
  return failed(87);
}

/** How Windows keeps a certificate in the registry: properties, each with number, 1, length, bytes. */
function blob(properties: [number, Buffer][]): Buffer {
  return Buffer.concat(
    properties.flatMap(([id, bytes]) => {
      const head = Buffer.alloc(12);
      head.writeUInt32LE(id, 0);
      head.writeUInt32LE(1, 4);
      head.writeUInt32LE(bytes.length, 8);
      return [head, bytes];
    }),
  );
}

/** Codes of winerror.h: 1056 runs already, 1058 disabled, 1060 no such service, 1062 not started. */
function sc(world: SystemWorld, args: readonly string[]): Ran {
  const [verb, name = ""] = args;
  const key = find(world.registry, `HKLM\\System\\CurrentControlSet\\Services\\${name}`);
  if (name === "" || key === undefined) return failed(1060);
  const running = world.running.some((each) => each.toLowerCase() === name.toLowerCase());
  const told = (state: string) =>
    `\r\nSERVICE_NAME: ${name} \r\n        TYPE               : 10  WIN32_OWN_PROCESS  \r\n        STATE              : ${state}\r\n`;
  if (verb === "query") return done(told(running ? "4  RUNNING " : "1  STOPPED "), []);
  if (!world.elevated) return failed(5);
  if (verb === "start") {
    if (running) return failed(1056);
    const start = key.values.find((value) => value.name.toLowerCase() === "start")?.value;
    if (start?.type === "REG_DWORD" && start.data === 4) return failed(1058);
    return done(told("2  START_PENDING "), [{ do: "service", name, running: true }]);
  }
  if (verb === "stop") {
    if (!running) return failed(1062);
    return done(told("3  STOP_PENDING "), [{ do: "service", name, running: false }]);
  }
  return failed(87);
}

/** Clears what the Internet control panel clears: here, every file in its cache folder. */
function rundll32(world: SystemWorld, args: readonly string[]): Ran {
  if (args[0]?.toLowerCase() !== "inetcpl.cpl,clearmytracksbyprocess") return done("", []);
  const cache = `${world.variables.LocalAppData ?? ""}\\Microsoft\\Windows\\INetCache\\`;
  const effects = world.files
    .filter(({ path }) => path.toLowerCase().startsWith(cache.toLowerCase()))
    .map(({ path }): Effect => ({ do: "remove", path }));
  return done("", effects);
}
