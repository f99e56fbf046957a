import tls from "node:tls";
import { readText } from "../node/text-file.ts";

const mostBytes = 8_388_608;

/** Where distributions keep the roots that programs use. */
const wellKnown = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt"];

/**
 * Every root this PC's programs may trust: first the files, then Node's own reading of the system
 * store. That takes some 60 ms, but it follows OpenSSL's directories, which is where a root lies
 * that was added without the bundle.
 */
export function pcStores(env: NodeJS.ProcessEnv): (() => Promise<string[]>)[] {
  return [() => files(env), async () => tls.getCACertificates("system")];
}

async function files(env: NodeJS.ProcessEnv): Promise<string[]> {
  const named = [env.NODE_EXTRA_CA_CERTS, env.SSL_CERT_FILE].filter((path) => path !== undefined);
  const texts = await Promise.all(
    [...new Set([...named, ...wellKnown])].map((path) => readText(path, mostBytes)),
  );
  return texts.flatMap((text) => (text.state === "found" ? [text.value] : []));
}
