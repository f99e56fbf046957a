import { NtExecutable, NtExecutableResource, Resource } from "resedit";
import { BuildError } from "./run.ts";

/** What Windows shows under "Properties, Details", in each language. */
export interface Details {
  /** Windows' number of the language: 1042 Korean, 1033 English. */
  lang: number;
  strings: Record<string, string>;
}

const rawData = 10;
const unicode = 1200;
/** Node starts what is inside where the digit behind this name is 1. */
const fuse = "NODE_SEA_FUSE_fce680ab2cc467b6e072b8b5df1996b2:";

/**
 * Node's executable for Windows with a program inside. Its signature goes: it would be wrong.
 *
 * @param version three numbers with dots
 */
export function executable(
  node: Buffer,
  blob: Buffer,
  version: string,
  details: readonly Details[],
): Buffer {
  const file = NtExecutable.from(node, { ignoreCert: true });
  const resources = NtExecutableResource.from(file);
  resources.entries.push({
    type: rawData,
    id: "NODE_SEA_BLOB",
    lang: 0,
    codepage: 0,
    bin: new Uint8Array(blob).buffer,
  });
  describe(resources, version, details);
  resources.outputResource(file);
  const made = Buffer.from(file.generate());
  lightFuse(made);
  return made;
}

function describe(
  resources: NtExecutableResource,
  version: string,
  details: readonly Details[],
): void {
  resources.entries = resources.entries.filter(({ type }) => type !== 16);
  const info = Resource.VersionInfo.createEmpty();
  const [major = 0, minor = 0, patch = 0] = version.split(".").map(Number);
  const first = details[0]!.lang;
  info.lang = first;
  info.setFileVersion(major, minor, patch, 0, first);
  info.setProductVersion(major, minor, patch, 0, first);
  info.fixedInfo.fileFlagsMask = 0x3f;
  info.fixedInfo.fileOS = 0x40004;
  info.fixedInfo.fileType = 1;
  for (const { lang, strings } of details) {
    const versions = { FileVersion: `${version}.0`, ProductVersion: `${version}.0` };
    info.setStringValues({ lang, codepage: unicode }, { ...versions, ...strings });
  }
  info.outputToResourceEntries(resources.entries);
}

function lightFuse(bytes: Buffer): void {
  const at = bytes.indexOf(fuse);
  const end = at + fuse.length;
  if (at < 0 || bytes[end] !== 0x30 || bytes.indexOf(fuse, end) >= 0) {
    throw new BuildError("this node.exe is not one that can start a program inside");
  }
  bytes[end] = 0x31;
}
