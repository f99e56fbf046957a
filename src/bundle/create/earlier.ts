import type { Container } from "../container/read.ts";
import type { Missing } from "../plan.ts";
import { type BundleMetadata, listedIn } from "../verify/metadata.ts";
import type { Part } from "./wanted.ts";

/**
 * Installers and certificates of an earlier bundle, so that one that only has to be signed anew need
 * not be given its files again. They are copied with the hash that was signed; whether the guide
 * still asks for them is looked at when the bundle is verified.
 */
export function earlierParts(container: Container, metadata: BundleMetadata) {
  const listed = listedIn(metadata);
  return (kind: Missing["kind"], guide: string, id: string): Part | undefined => {
    const one = listed.find(({ target: { custom } }) => {
      return custom.kind === kind && custom.guide === guide && custom.id === id;
    });
    if (!one) return undefined;
    const { name, role, target } = one;
    const { length: size, custom } = target;
    const { sha256 } = target.hashes;
    return {
      role,
      entry: { name, from: container, size, sha256 },
      size,
      sha256,
      pin: (expires) => (custom.kind === "installer" ? { ...custom, expires } : custom),
    };
  };
}
