import type { CreateCode, KeyCode, TrustCode } from "./codes.ts";
import type { ContainerCode } from "./container/codes.ts";
import type { MediaCode } from "./media/codes.ts";

/** Every way in which a bundle or a part of one is refused: a closed list, each with its sentence in src/text. */
export type FaultCode = ContainerCode | CreateCode | KeyCode | MediaCode | TrustCode;

/** What fills the gaps of a fault's sentence. */
export type FaultDetail = Readonly<Record<string, string | number>>;

/** A bundle that is refused. `entry` is the name inside the bundle, or the file, that it is about. */
export class BundleFault extends Error {
  override name = "BundleFault";
  readonly code: FaultCode;
  readonly entry: string | undefined;
  readonly detail: FaultDetail;

  constructor(code: FaultCode, entry?: string, detail: FaultDetail = {}) {
    super(entry === undefined ? code : `${code}: ${entry}`);
    this.code = code;
    this.entry = entry;
    this.detail = detail;
  }
}
