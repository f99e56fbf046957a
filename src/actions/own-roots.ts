import type { System } from "../machine/system.ts";
import { type Certificate, readCertificate } from "../trust/certificate.ts";
import { type CertificateKey, storedRoots } from "../windows/read-roots.ts";

const places = [
  ["HKLM\\Software\\Microsoft\\SystemCertificates", "machine"],
  ["HKLM\\Software\\Policies\\Microsoft\\SystemCertificates", "policy"],
] as const;

/**
 * The roots that this PC trusts for everybody, from the registry. What a user has added is left
 * out: whoever can change a user's store must not be able to have programs run as administrator.
 */
export async function machineRoots(system: System): Promise<Certificate[]> {
  const keys: CertificateKey[] = [];
  for (const [path, store] of places) {
    const read = await system.readKey(path);
    if (read.state === "found") keys.push({ store, key: read.value });
  }
  return storedRoots(keys).flatMap(({ der, distrusted }) => {
    if (der === undefined || distrusted) return [];
    const certificate = readCertificate(der);
    return "where" in certificate ? [] : [certificate.value];
  });
}
