import { createHash, X509Certificate } from "node:crypto";
import { type StoredCertificate, storedRoots } from "../../windows/read-roots.ts";
import { keyAt } from "../../windows/registry.ts";
import type { Reading } from "../failure.ts";
import type { RootCertificate } from "../pc.ts";
import type { System } from "../system.ts";
import { keys } from "./keys.ts";
import { readKeys } from "./read-keys.ts";

const mostRoots = 2_000;
const longest = 1_000;

/** Roots of the user, the machine and policies, with whatever the PC is told never to trust. */
export async function rootCertificates(system: System): Promise<Reading<RootCertificate[]>> {
  const read = await readKeys(system, {
    user: keys.userCertificates,
    machine: keys.machineCertificates,
    enterprise: keys.enterpriseCertificates,
    userPolicies: keys.userPolicies,
    machinePolicies: keys.machinePolicies,
  });
  if (read.state !== "found") return read;
  const { user, machine, enterprise, userPolicies, machinePolicies } = read.value;
  const below = "Microsoft\\SystemCertificates";
  const stored = storedRoots([
    { store: "user", key: user },
    { store: "machine", key: machine },
    { store: "policy", key: enterprise },
    { store: "policy", key: keyAt(userPolicies, below) },
    { store: "policy", key: keyAt(machinePolicies, below) },
  ]);
  return { state: "found", value: stored.flatMap(looked).slice(0, mostRoots) };
}

/** What a certificate says of itself; one that does not parse says nothing and hides no other. */
function looked({ sha1, der, stores, distrusted }: StoredCertificate): RootCertificate[] {
  if (der === undefined) return [];
  try {
    const { subject, validFromDate, validToDate } = new X509Certificate(der);
    if (Number.isNaN(validFromDate.getTime() + validToDate.getTime())) return [];
    return [
      {
        sha256: createHash("sha256").update(der).digest("hex"),
        sha1,
        // An empty name comes as undefined, whatever its type says.
        subject: (subject ?? "").replaceAll("\n", ", ").slice(0, longest),
        notBefore: validFromDate.getTime(),
        notAfter: validToDate.getTime(),
        stores,
        distrusted,
      },
    ];
  } catch {
    return [];
  }
}
