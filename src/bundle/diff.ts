import { canonical } from "./metadata/canonical.ts";
import { roleNames } from "./metadata/roles.ts";
import { type BundleMetadata, type Listed, lastRoot, listedIn } from "./verify/metadata.ts";
import { quorumOf } from "./verify/trust.ts";

/** How one bundle differs from another, as far as their metadata says. */
export interface BundleDiff {
  added: string[];
  removed: string[];
  /** `what`: fields that are not the same any more. */
  changed: { name: string; what: string[] }[];
  /** Roles that are signed by other keys, or by another number of them. */
  roles: string[];
}

export function diffBundles(before: BundleMetadata, after: BundleMetadata): BundleDiff {
  const [old, young] = [before, after].map(
    (metadata) => new Map(listedIn(metadata).map((one) => [one.name, one] as const)),
  ) as [Map<string, Listed>, Map<string, Listed>];
  const names = [...new Set([...old.keys(), ...young.keys()])].sort();
  const both = names.filter((name) => old.has(name) && young.has(name));
  return {
    added: names.filter((name) => !old.has(name)),
    removed: names.filter((name) => !young.has(name)),
    changed: both
      .map((name) => ({ name, what: changedIn(old.get(name)!, young.get(name)!) }))
      .filter(({ what }) => what.length > 0),
    roles: roleNames.filter((role) => {
      const quorums = [before, after].map((one) => quorumOf(lastRoot(one).signed, role));
      return canonical(quorums[0]) !== canonical(quorums[1]);
    }),
  };
}

function changedIn({ target: before }: Listed, { target: after }: Listed): string[] {
  const flat = ({ length, hashes, custom }: Listed["target"]): Record<string, unknown> => ({
    length,
    sha256: hashes.sha256,
    ...custom,
  });
  const [a, b] = [flat(before), flat(after)];
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort();
  return fields.filter((field) => canonical(a[field] ?? null) !== canonical(b[field] ?? null));
}

export const isSame = ({ added, removed, changed, roles }: BundleDiff): boolean =>
  added.length + removed.length + changed.length + roles.length === 0;
