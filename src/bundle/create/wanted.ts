import type { Guide } from "../../guide/guide.ts";
import type { Certificate } from "../../trust/certificate.ts";
import { nameFault } from "../container/name.ts";
import type { EntrySource } from "../container/write.ts";
import { BundleFault } from "../fault.ts";
import type { ListingRole } from "../metadata/roles.ts";
import type { Pin } from "../pin.ts";

/** A guide that goes into a bundle, with its files as they stand on the disk. */
export interface GuideIn {
  guide: Guide;
  files: readonly { kind: string; bytes: Uint8Array }[];
}

/** A file that somebody offers for something that a guide names. */
export interface Offered {
  /** `id` or `guide/id`. */
  id: string;
  path: string;
  /** An address, or words for where else it is from; the guide's own address where absent. */
  source?: string | undefined;
  /** YYYY-MM-DD; the bundle's day where absent. */
  retrievedOn?: string | undefined;
}

/** The whole Windows program, to be carried along. */
export interface ProgramIn {
  path: string;
  version?: string | undefined;
  source: string;
}

/** One file on its way into a bundle; `pin` is made once the end of its role's validity is known. */
export interface Part {
  role: ListingRole;
  entry: EntrySource;
  size: number;
  sha256: string;
  /** `expires`: YYYY-MM-DD. */
  pin(expires: string): Pin;
}

export interface Judges {
  /** YYYY-MM-DD on which the bundle is made. */
  day: string;
  /** Authorities for programs that are known here. */
  authorities: readonly Certificate[];
}

export function checkedName(name: string): string {
  if (nameFault(name)) throw new BundleFault("create.bad-name", name);
  return name;
}
