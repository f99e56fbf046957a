import type { Failure, Reading } from "../evidence/outcome.ts";
import type { RegistryKey, RegistryValue, View } from "../windows/registry.ts";

/** What a change came to. A change that was refused has changed nothing. */
export type Done = { ok: true } | { ok: false; failure: Failure; code?: string | undefined };

/** What one key is to hold from now on: exactly these values, or nothing where it is to be gone. */
export interface KeyState {
  /** From the hive's short name on: `HKCU\Software\…`. */
  path: string;
  view?: View | undefined;
  /** In order. `null`: the key does not exist; a key with keys below it is never removed so. */
  values: RegistryValue[] | null;
}

export interface RanOutcome {
  /** Exit code; 0 with nothing on the standard output is no answer, and whoever reads it says so. */
  code: number;
  /** Standard output as the program wrote it. */
  output: Uint8Array;
}

export interface RunLimits {
  timeoutMs: number;
  /** Of its standard output. */
  maxBytes: number;
  visible?: boolean;
}

export interface FileFact {
  kind: "file" | "folder";
  /** Bytes; 0 for a folder. */
  size: number;
}

/**
 * What probes read and actions change on a PC beside its network: the registry, files and the
 * system's own programs. Absent (it was looked for and is not there) is not unreadable (it could
 * not be looked at); a system that has no such thing says not-applicable.
 *
 * Paths may begin with a variable such as `%ProgramFiles(x86)%`. Every method ends within its limit.
 */
export interface System {
  /** The key with everything below it. */
  readKey(path: string, view?: View): Promise<Reading<RegistryKey>>;
  /** Makes one key hold these values, parents included; keys below it stay as they are. */
  writeKey(state: KeyState): Promise<Done>;

  fileFact(path: string): Promise<Reading<FileFact>>;
  readFile(path: string, maxBytes: number): Promise<Reading<Uint8Array>>;
  /** Part of a file; shorter at its end. For files too large to hold. */
  readPart(path: string, offset: number, length: number): Promise<Reading<Uint8Array>>;
  /** Names in a folder, sorted. */
  listFolder(path: string, most: number): Promise<Reading<string[]>>;
  /** Bytes that this user may still write to the disk of a folder, which need not be there yet. */
  freeBytes(folder: string): Promise<Reading<number>>;
  /** The whole file or nothing of it: written beside, flushed, renamed. Makes its folder. */
  writeFile(path: string, bytes: Uint8Array): Promise<Done>;
  /** One file, or one empty folder. */
  remove(path: string): Promise<Done>;
  /** Within one volume, at once or not at all. */
  move(from: string, to: string): Promise<Done>;

  /**
   * Starts one program of the system or of a checked file and waits for its end. Never through a
   * shell; the program is a full path. An argument may be a path with a variable too. Its windows are seen only where it is `visible`, as those of
   * an installer must be.
   */
  run(program: string, args: readonly string[], limits: RunLimits): Promise<Reading<RanOutcome>>;

  /** Whether this run may change what belongs to the whole PC. */
  elevated(): Promise<Reading<boolean>>;
}
