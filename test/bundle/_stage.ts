import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openContainer } from "../../src/bundle/container/read.ts";
import type { GuideIn } from "../../src/bundle/create/wanted.ts";
import { type CreateWanted, createBundle } from "../../src/bundle/create.ts";
import { newSigningKey, type SigningKey } from "../../src/bundle/keys/key.ts";
import { bytesOf } from "../../src/bundle/metadata/envelope.ts";
import { expiryOf, makeRoot, quorumsOf, unsigned } from "../../src/bundle/metadata/make.ts";
import type { RoleName } from "../../src/bundle/metadata/roles.ts";
import { signBundle, signRoot } from "../../src/bundle/sign.ts";
import { readMetadata } from "../../src/bundle/verify/metadata.ts";
import { readContents } from "../../src/bundle/verify.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { readGuideFolder } from "../../src/guide/read.ts";
import { day as dayMs, family, type Made, make, now } from "../../src/trust/stage/authority.ts";
import { signedPe } from "../../src/trust/stage/sign.ts";

export { now };
/** The day on which everything here happens. */
export const today = "2026-11-26";

/** A folder of its own for one test file; `remove` it afterwards. */
export function workshop() {
  const folder = mkdtempSync(join(tmpdir(), "jochi-bundle-"));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

const guideYaml = (id: string) => `schema: jochi.guide/1
id: ${id}
edition: "2026.11"
title: { ko: 시험 결제, en: Test payment }
audience: { ko: 시험하는 사람, en: Whoever tests }
published: "2026.11"
service: { ko: 시험 서비스, en: Test service }
sources:
  - { id: own, title: { ko: 시험, en: Test } }
sections: []
escalation: { text: { ko: 없음, en: None }, remedy: none }
`;

const endpointsYaml = `groups:
  - { id: all, title: { ko: 서버, en: Servers }, program: agent, source: own, verifiedOn: ${today} }
endpoints:
  - id: pay
    group: all
    host: pay.test
    addresses: [192.0.2.1]
    ports: [{ port: 443, protocol: https }]
    direction: outbound
    required: true
    purpose: { ko: 결제, en: Payment }
    source: own
    verifiedOn: ${today}
`;

export interface GuideWanted {
  id?: string;
  /** Pins of the one program, as YAML; who signs and by whose authority where absent. */
  download?: string;
  certificates?: string;
}

export interface Cast {
  folder: string;
  authorities: Made[];
  signer: Made;
  installer: string;
  root: Made;
  certificate: string;
  guide: GuideIn;
  keys: { alice: SigningKey; bob: SigningKey };
}

/** Everybody and everything that a bundle needs: a publisher, a root, a guide, two keys. */
export function cast(folder: string, wanted: GuideWanted & { overlay?: Buffer } = {}): Cast {
  mkdirSync(folder, { recursive: true });
  const { root: authority, issuer, leaf } = family("ec", "Example Payments Co., Ltd.");
  const installer = join(folder, "setup.exe");
  const pe = wanted.overlay ? { overlay: wanted.overlay } : {};
  writeFileSync(installer, signedPe({ signer: leaf, along: [issuer] }, pe));
  const root = make({ name: "Example Payments Root", authority: true, to: now + 900 * dayMs });
  const certificate = join(folder, "root.der");
  writeFileSync(certificate, root.certificate.der);
  return {
    folder,
    authorities: [authority],
    signer: leaf,
    installer,
    root,
    certificate,
    guide: guideIn(folder, wanted, root),
    keys: { alice: newSigningKey(), bob: newSigningKey() },
  };
}

export function guideIn(folder: string, wanted: GuideWanted, root: Made): GuideIn {
  const id = wanted.id ?? "test-payment";
  const at = join(folder, "guides", id, "2026.11");
  mkdirSync(at, { recursive: true });
  const download =
    wanted.download ?? `publisher: { subject: "Example Payments Co., Ltd.", issuer: Test Code CA }`;
  const certificates =
    wanted.certificates ??
    `- { subject: Example Payments Root, sha256: "${root.certificate.sha256}", source: own, verifiedOn: ${today} }`;
  writeFileSync(join(at, "guide.yaml"), guideYaml(id));
  writeFileSync(join(at, "endpoints.yaml"), endpointsYaml);
  writeFileSync(
    join(at, "programs.yaml"),
    `programs:
  - id: agent
    title: { ko: 보안 프로그램, en: Security program }
    name: Example Agent
    uninstallNames: [Example Agent]
    download:
      url: https://download.test/setup.exe
      file: setup.exe
      ${download}
      source: own
      verifiedOn: ${today}
    required: true
    source: own
    verifiedOn: ${today}
agents: []
`,
  );
  writeFileSync(
    join(at, "certificates.yaml"),
    `certificates:
  - id: payment-root
    title: { ko: 루트 인증서, en: Root certificate }
    file: root.der
    url: https://download.test/root.der
    store: root
    candidates:
      ${certificates}
    purpose: { ko: 서명을 확인합니다., en: Signatures are checked with it. }
    source: own
    verifiedOn: ${today}
`,
  );
  const guide = loadGuide(at, { cache: false });
  return { guide, files: readGuideFolder(at).map(({ kind, bytes }) => ({ kind, bytes })) };
}

export interface RootChange {
  version?: number;
  expires?: string;
  keys?: readonly SigningKey[];
  change?: Partial<Record<RoleName, { keyids?: string[]; threshold?: number }>>;
}

/** Root metadata, signed by all its keys. */
export function rootOf(keys: readonly SigningKey[], more: RootChange = {}): Buffer {
  const root = makeRoot({
    version: more.version ?? 1,
    expires: more.expires ?? expiryOf("root", today),
    keys: new Map(keys.map(({ keyid, publicKey }) => [keyid, publicKey])),
    quorums: quorumsOf(
      keys.map(({ keyid }) => keyid),
      more.change,
    ),
  });
  return keys.reduce<Buffer>((bytes, key) => signRoot(bytes, key), bytesOf(unsigned(root)));
}

export interface BundleWanted extends Partial<CreateWanted> {
  signers?: readonly SigningKey[];
}

/** A whole bundle, made and signed; gives its path. */
export async function bundleOf(cast: Cast, wanted: BundleWanted = {}): Promise<string> {
  const { alice, bob } = cast.keys;
  const output = wanted.output ?? join(cast.folder, "bundle.jochi");
  await createBundle({
    output,
    day: today,
    roots: wanted.after ? [] : [rootOf([alice, bob])],
    guides: [cast.guide],
    pages: [{ guide: "test-payment@2026.11", bytes: Buffer.from("<!DOCTYPE html>\n") }],
    offered: [
      { id: "agent", path: cast.installer },
      { id: "payment-root", path: cast.certificate },
    ],
    authorities: cast.authorities.map(({ certificate }) => certificate),
    ...wanted,
  });
  for (const key of wanted.signers ?? [alice, bob]) await sign(output, key);
  return output;
}

/** Adds a key's signatures to a bundle, in place. */
export async function sign(path: string, key: SigningKey): Promise<void> {
  const container = await openContainer(path);
  try {
    const metadata = await readMetadata(container);
    const contents = await readContents(container, metadata, { now: new Date(now) });
    await signBundle(path, container, { metadata, contents, key });
  } finally {
    await container.close();
  }
}
