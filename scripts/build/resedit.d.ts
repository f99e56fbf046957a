/**
 * The part of resedit that the build uses. Its own declarations bring the browser's names into every
 * file of the project, and some of those mean something else in Node.
 */
export interface ResourceEntry {
  type: number | string;
  id: number | string;
  lang: number | string;
  codepage: number | string;
  bin: ArrayBuffer;
}

export class NtExecutable {
  static from(bytes: Uint8Array, options?: { ignoreCert?: boolean }): NtExecutable;
  generate(): ArrayBuffer;
}

export class NtExecutableResource {
  static from(file: NtExecutable): NtExecutableResource;
  entries: ResourceEntry[];
  outputResource(file: NtExecutable): void;
}

export declare namespace Resource {
  interface Language {
    lang: number;
    codepage: number;
  }

  class VersionInfo {
    static createEmpty(): VersionInfo;
    lang: number | string;
    readonly fixedInfo: { fileFlagsMask: number; fileOS: number; fileType: number };
    setFileVersion(major: number, minor: number, micro: number, build: number, lang: number): void;
    setProductVersion(
      major: number,
      minor: number,
      micro: number,
      build: number,
      lang: number,
    ): void;
    setStringValues(language: Language, values: Record<string, string>): void;
    outputToResourceEntries(entries: ResourceEntry[]): void;
  }
}
