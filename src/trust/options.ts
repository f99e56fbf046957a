import type { Certificate } from "./certificate.ts";
import type { Revoked } from "./chain.ts";

export interface AuthenticodeOptions {
  /** Whom to believe about code. */
  roots: readonly Certificate[];
  /** Whom to believe about times; the same as `roots` where absent. */
  timestampRoots?: readonly Certificate[];
  /** Certificates that may stand between and that the file may lack. */
  intermediates?: readonly Certificate[];
  /** The time for signatures without a trusted timestamp. */
  now: Date;
  /** Certificates that no longer count. */
  revoked?: readonly Revoked[];
  /** Accepts SHA-1 and RSA keys of 1024 bits, for files from before 2016. MD5 never counts. */
  legacy?: boolean;
}
