import { z } from "zod";
import type { RegistryKey } from "../../windows/registry.ts";
import { views } from "../../windows/registry.ts";
import { RegistryValueShape } from "../registry-shape.ts";

/**
 * A PC's registry, files and programs as plain data. It can be kept as a JSON file, so that a real
 * process works on it, is killed, and another one finds what the first has left.
 */
const name = z.string().max(1_000);
const path = z.string().max(4_096);

export const RegistryKeyShape: z.ZodType<RegistryKey> = z.strictObject({
  name,
  values: z.array(RegistryValueShape),
  get keys() {
    return z.array(RegistryKeyShape);
  },
});

/** What a program does to the PC; a change to a key states all its values, as `writeKey` does. */
const Effect = z.discriminatedUnion("do", [
  z.strictObject({
    do: z.literal("key"),
    path,
    view: z.enum(views).optional(),
    values: z.array(RegistryValueShape).nullable(),
  }),
  z.strictObject({ do: z.literal("file"), path, base64: z.base64() }),
  z.strictObject({ do: z.literal("remove"), path }),
  z.strictObject({ do: z.literal("service"), name, running: z.boolean() }),
]);
export type Effect = z.infer<typeof Effect>;

const MemoryProgram = z.strictObject({
  /** Full path; its file must be there as well, or it cannot be started. */
  path,
  /** Only for exactly these arguments; absent: for all. */
  args: z.array(z.string()).optional(),
  code: z.int(),
  /** What it prints. */
  output: z.string().optional(),
  effects: z.array(Effect),
});
export type MemoryProgram = z.infer<typeof MemoryProgram>;

export const SystemWorld = z.strictObject({
  elevated: z.boolean(),
  /** `%Name%` in a path, without regard to case. */
  variables: z.record(name, path),
  /** `HKCU` and `HKLM`, each one tree as a 64-bit program sees it. */
  registry: z.array(RegistryKeyShape),
  /** Folders that exist though nothing need be in them. */
  folders: z.array(path),
  files: z.array(z.strictObject({ path, base64: z.base64() })),
  programs: z.array(MemoryProgram),
  /** Names of the services that run. That one exists is told by its key in the registry. */
  running: z.array(name),
  /** Keys and files, with everything below them, that this user may not change. */
  denied: z.array(path),
  /** The same for reading. */
  unreadable: z.array(path),
  /** What is left on its disk; absent: nobody can tell. */
  freeBytes: z.int().min(0).optional(),
});
export type SystemWorld = z.infer<typeof SystemWorld>;

/** Windows makes it for every user, and never takes it away. */
const rootStore = "Software\\Microsoft\\SystemCertificates\\Root\\Certificates";

function keyOf(path: string): RegistryKey {
  const [name = "", ...below] = path.split("\\");
  return { name, values: [], keys: below.length > 0 ? [keyOf(below.join("\\"))] : [] };
}

/** An empty 64-bit Windows of one user without administrator's rights. */
export function emptySystem(changes: Partial<SystemWorld> = {}): SystemWorld {
  return {
    elevated: false,
    variables: {
      SystemRoot: "C:\\Windows",
      ProgramFiles: "C:\\Program Files",
      "ProgramFiles(x86)": "C:\\Program Files (x86)",
      ProgramData: "C:\\ProgramData",
      LocalAppData: "C:\\Users\\user\\AppData\\Local",
      AppData: "C:\\Users\\user\\AppData\\Roaming",
      UserProfile: "C:\\Users\\user",
      Temp: "C:\\Users\\user\\AppData\\Local\\Temp",
    },
    registry: ["HKCU", "HKLM"].map((hive) => keyOf(`${hive}\\${rootStore}`)),
    folders: [],
    files: [],
    programs: [],
    running: [],
    denied: [],
    unreadable: [],
    ...changes,
  };
}
