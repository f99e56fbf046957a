import type { Container } from "../container/read.ts";
import { metadataName } from "../metadata/roles.ts";
import type { Missing } from "../plan.ts";
import { type BundleMetadata, lastRoot, listedIn } from "../verify/metadata.ts";
import { enough, keysOf, quorumOf } from "../verify/trust.ts";
import type { Part } from "./wanted.ts";

/**
 * Installers and certificates of an earlier bundle, so that one that only has to be signed anew need
 * not be given its files again. They are copied with the hash that was signed, and only where enough
 * people did sign it: nobody looks again at who made an installer.
 */
export function earlierParts(container: Container, metadata: BundleMetadata) {
  const listed = listedIn(metadata);
  return (kind: Missing["kind"], guide: string, id: string): Part | undefined => {
    const one = listed.find(({ target: { custom } }) => {
      return custom.kind === kind && custom.guide === guide && custom.id === id;
    });
    if (!one) return undefined;
    const { name, role, target } = one;
    const { signed: root } = lastRoot(metadata);
    const quorum = quorumOf(root, role);
    enough(metadata.listings[role], quorum, keysOf(root, quorum), metadataName(role));
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
