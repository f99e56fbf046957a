import { X509Certificate } from "node:crypto";
import tls from "node:tls";
import type { Anchor } from "../machine.ts";

/** Which roots count as publicly trusted, and which only this PC's own store has. */
export interface Trust {
  /** Knows the public roots and nothing else. */
  context(): tls.SecureContext;
  /** Where a chain ends; appends to it what the PC's store adds, up to the root. */
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
  let publicRoots: Store | undefined;
  const pcStores = options.pcStores.map(once);
  return {
    context: () => (context ??= publicContext(options)),
    async anchor(chain, verify) {
      if (verify === "OK") return "public";
      const top = chain.at(-1);
      if (!top || !signedInOrder(chain)) return "none";
      // A date or name that is wrong does not make the root another one.
      publicRoots ??= new Store([...tls.getCACertificates("bundled"), ...options.publicCaPems]);
      if (publicRoots.has(top)) return "public";
      for (const store of pcStores) {
        const above = (await store()).above(top);
        if (!above) continue;
        const toPublic = upToPublic(above, publicRoots);
        chain.push(...(toPublic ?? above));
        return toPublic ? "public" : "pc";
      }
      return "none";
    },
  };
}

function once(read: () => Promise<string[]>): () => Promise<Store> {
  let store: Promise<Store> | undefined;
  return () => (store ??= read().then((pems) => new Store(pems)));
}

/**
 * A store also holds intermediates of public authorities, for servers that leave theirs out. What
 * it added to a chain, with the public root that this leads to; undefined where it leads to none.
 */
function upToPublic(above: X509Certificate[], roots: Store): X509Certificate[] | undefined {
  for (const [at, one] of above.entries()) {
    if (roots.has(one)) return above.slice(0, at + 1);
    // Only an authority can hand public trust down.
    if (!one.ca) return undefined;
    const root = isIssuedBy(one, one) ? undefined : roots.issuerOf(one);
    if (root) return [...above.slice(0, at + 1), root];
  }
  return undefined;
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

const pemBlock = /-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE/g;

export function splitPem(text: string): string[] {
  return (text.match(pemBlock) ?? []).map((block) => `${block}-----`);
}

function base64Of(pem: string): string {
  return pem.replace(/-----[^-]+-----|\s/g, "");
}

/** Longest way through a store; each step up is another certificate of it. */
const mostSteps = 8;

/** Certificates of one store, parsed only where no byte-for-byte copy is among them. */
class Store {
  readonly #pems: Map<string, string>;
  #parsed: X509Certificate[] | undefined;

  constructor(texts: string[]) {
    this.#pems = new Map(texts.flatMap(splitPem).map((pem) => [base64Of(pem), pem]));
  }

  has(certificate: X509Certificate): boolean {
    return this.#pems.has(der(certificate));
  }

  issuerOf(certificate: X509Certificate): X509Certificate | undefined {
    this.#parsed ??= [...this.#pems.values()].flatMap(parse);
    return this.#parsed.find((issuer) => isIssuedBy(certificate, issuer));
  }

  /** What this store adds above a chain's top, up to its end; undefined: it does not know it. */
  above(top: X509Certificate): X509Certificate[] | undefined {
    const steps: X509Certificate[] = [];
    let last = top;
    while (steps.length < mostSteps) {
      // A root that is not in the store may be there in an older form, with the same key.
      if (isIssuedBy(last, last) && (steps.length > 0 || this.has(top))) break;
      const issuer = this.issuerOf(last);
      // Two authorities may have signed each other.
      if (!issuer || der(issuer) === der(top) || steps.includes(issuer)) break;
      steps.push(issuer);
      last = issuer;
    }
    return steps.length > 0 || this.has(top) ? steps : undefined;
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
