import type { Container } from "../../bundle/container/read.ts";
import { noState, type TrustState } from "../../bundle/trust-state.ts";
import { readMetadata } from "../../bundle/verify/metadata.ts";
import { trustMetadata } from "../../bundle/verify/trust.ts";
import { type Verified, type VerifyOptions, verifyBundle } from "../../bundle/verify.ts";

/**
 * Verifies a bundle by everything that a PC remembers: it must be no step back for any of it.
 *
 * @throws {BundleFault} for whatever breaks trust
 */
export async function believe(
  container: Container,
  states: readonly Required<TrustState>[],
  { now, ...options }: Omit<VerifyOptions, "trust">,
): Promise<Verified> {
  const [first, ...others] = states;
  if (first === undefined) return verifyBundle(container, { ...options, now, trust: noState });
  // A clock that was set back counts for none of them.
  const lastSeenAt = Math.max(...states.map((state) => state.lastSeenAt));
  const metadata = others.length > 0 ? await readMetadata(container) : undefined;
  for (const state of others)
    if (metadata) trustMetadata(metadata, { state: { ...state, lastSeenAt }, now });
  return verifyBundle(container, { ...options, now, trust: { ...first, lastSeenAt } });
}
