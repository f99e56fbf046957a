import { X509Certificate } from "node:crypto";
import tls from "node:tls";
import type { Anchor } from "../machine.ts";

/** Which roots count as publicly trusted, and which only this PC's own store has. */
export interface Trust {
  /** Knows the public roots and nothing else. */
  context(): tls.SecureContext;
  /** Where a chain ends; appends the PC's root to it where one is found. */
  anchor(chain: X509Certificate[], verify: string): Promise<Anchor>;
}

export interface TrustOptions {
  /** Count as publicly trusted beside the roots every browser ships. */
  publicCaPems: string[];
  env: NodeJS.ProcessEnv;
  /**
   * The PC's own stores in the order to look, quickest first. Each is read at most once, and only
   * for a chain that has no public root.
   */
  pcStores: (() => Promise<string[]>)[];
}

/** The internal handle of a context; it takes further roots without building the store anew. */
interface NativeContext {
  addCACert?(pem: string): void;
}

export function makeTrust(options: TrustOptions): Trust {
  let context: tls.SecureContext | undefined;
  let publicDer: Set<string> | undefined;
  const pcStores = options.pcStores.map(once);
  return {
    context: () => (context ??= publicContext(options)),
    async anchor(chain, verify) {
      if (verify === "OK") return "public";
      const top = chain.at(-1);
      if (!top || !signedInOrder(chain)) return "none";
      // A date or name that is wrong does not make the root another one.
      publicDer ??= derSet([...tls.getCACertificates("bundled"), ...options.publicCaPems]);
      if (publicDer.has(der(top))) return "public";
      for (const store of pcStores) {
        const root = (await store()).rootOf(top);
        if (!root) continue;
        if (root !== top) chain.push(root);
        return "pc";
      }
      return "none";
    },
  };
}

function once(read: () => Promise<string[]>): () => Promise<PcRoots> {
  let roots: Promise<PcRoots> | undefined;
  return () => (roots ??= read().then((pems) => new PcRoots(pems)));
}

/**
 * The built-in roots alone. Node's own default store is ready-made and cheap, but it also takes
 * what NODE_EXTRA_CA_CERTS and --use-system-ca name, which is exactly what an inspection device
 * asks administrators to set; then the store is built from the list, which costs some 12 ms.
 */
function publicContext({ publicCaPems, env }: TrustOptions): tls.SecureContext {
  // Browsers speak nothing older than TLS 1.2: an older server is a finding, not a way.
  const minVersion = "TLSv1.2";
  const fromList = () =>
    tls.createSecureContext({
      minVersion,
      ca: [...tls.getCACertificates("bundled"), ...publicCaPems],
    });
  if (defaultStoreIsChanged(env)) return fromList();
  const context = tls.createSecureContext({ minVersion });
  const native = context.context as NativeContext;
  if (publicCaPems.length > 0 && !native.addCACert) return fromList();
  for (const pem of publicCaPems) native.addCACert?.(pem);
  return context;
}

function defaultStoreIsChanged(env: NodeJS.ProcessEnv): boolean {
  const options = [...process.execArgv, process.env.NODE_OPTIONS, env.NODE_OPTIONS].join(" ");
  return (
    [env, process.env].some(
      (each) => each.NODE_EXTRA_CA_CERTS || each.NODE_USE_SYSTEM_CA === "1",
    ) || /--use-(system|openssl)-ca/.test(options)
  );
}

/** Each certificate really is signed by the next: names alone can be copied. */
function signedInOrder(chain: X509Certificate[]): boolean {
  return chain.every((one, at) => {
    const next = chain[at + 1];
    return !next || isIssuedBy(one, next);
  });
}

function isIssuedBy(one: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return one.checkIssued(issuer) && one.verify(issuer.publicKey);
  } catch {
    // A key of a kind OpenSSL does not know proves nothing.
    return false;
  }
}

function der(certificate: X509Certificate): string {
  return certificate.raw.toString("base64");
}

function derSet(pems: string[]): Set<string> {
  return new Set(pems.flatMap((pem) => splitPem(pem).map(base64Of)));
}

const pemBlock = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE/g;

export function splitPem(text: string): string[] {
  return (text.match(pemBlock) ?? []).map((block) => `${block}-----`);
}

function base64Of(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, "");
}

/** Roots of the PC's own store, parsed only where no byte-for-byte copy is among them. */
class PcRoots {
  readonly #pems: Map<string, string>;
  #parsed: X509Certificate[] | undefined;

  constructor(texts: string[]) {
    this.#pems = new Map(texts.flatMap(splitPem).map((pem) => [base64Of(pem), pem]));
  }

  rootOf(top: X509Certificate): X509Certificate | undefined {
    if (this.#pems.has(der(top))) return top;
    this.#parsed ??= [...this.#pems.values()].flatMap(parse);
    return this.#parsed.find((root) => isIssuedBy(top, root));
  }
}

function parse(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)];
  } catch {
    // One broken entry in a store does not hide the others.
    return [];
  }
}
