import assert from "node:assert/strict";
import { test } from "node:test";
import { verifyAuthenticode } from "./authenticode.ts";
import type { AuthenticodeOptions } from "./options.ts";
import { bytesSource } from "./source.ts";
import { family, type KeyKind, now, pssAlgorithm, signatureAlgorithm } from "./stage/authority.ts";
import { nothing, octets, oid, sequence } from "./stage/der.ts";
import { attach, minimalPe, peDigest, tableEntry } from "./stage/pe.ts";
import { attribute, nested, pkcs7, type SignWanted, signedPe } from "./stage/sign.ts";

const { root, issuer, leaf } = family();
const options: AuthenticodeOptions = { roots: [root.certificate], now: new Date(now) };
const verify = (file: Uint8Array, more: Partial<AuthenticodeOptions> = {}) =>
  verifyAuthenticode(bytesSource(file), { ...options, ...more });

const kinds: [KeyKind, string, boolean?][] = [
  ["rsa", "sha256"],
  ["rsa", "sha384"],
  ["rsa", "sha512"],
  ["rsa", "sha256", true],
  ["ec", "sha256"],
  ["ec384", "sha384"],
  ["ec384", "sha512"],
];

for (const [kind, digest, pss = false] of kinds) {
  test(`a file signed with ${kind}${pss ? "-pss" : ""} and ${digest} is valid`, async () => {
    const own = family(kind);
    for (const bits of [32, 64] as const) {
      const file = signedPe({ signer: own.leaf, along: [own.issuer], digest, pss }, { bits });
      const answer = await verify(file, { roots: [own.root.certificate] });
      assert.equal(answer.verdict, "valid");
      assert.deepEqual(answer.remarks, []);
      const [only] = answer.signatures;
      assert.equal(
        only?.digest?.signed,
        peDigest(minimalPe({ bits }), digest, bits).toString("hex"),
      );
      assert.equal(only?.digest?.algorithm, digest);
      assert.equal(only?.signer?.sha256, own.leaf.certificate.sha256);
      assert.equal(only?.judgedAt, now);
      assert.deepEqual(
        only?.chain.map(({ sha256 }) => sha256),
        [own.leaf, own.issuer, own.root].map(({ certificate }) => certificate.sha256),
      );
    }
  });
}

test("what the file is not is told: unsigned, no PE file, empty", async () => {
  assert.deepEqual(await verify(minimalPe()), { verdict: "unsigned", signatures: [], remarks: [] });
  for (const bytes of [Buffer.alloc(0), Buffer.from("MZ"), Buffer.alloc(4_096, 0x41)])
    assert.deepEqual(await verify(bytes), {
      verdict: "malformed",
      where: "dos-header",
      signatures: [],
      remarks: [],
    });
});

test("SHA-1 counts only where it is asked for, MD5 never", async () => {
  const own = family("rsa");
  const roots = [own.root.certificate];
  const old = signedPe({ signer: own.leaf, along: [own.issuer], digest: "sha1" });
  assert.equal((await verify(old, { roots })).verdict, "weak-algorithm");
  assert.equal((await verify(old, { roots, legacy: true })).verdict, "valid");
  const older = signedPe({ signer: own.leaf, along: [own.issuer], digest: "md5" });
  assert.equal((await verify(older, { roots, legacy: true })).verdict, "weak-algorithm");
});

test("an installer with data behind its sections is read in pieces, none larger than a mebibyte", async () => {
  const file = signedPe(
    { signer: leaf, along: [issuer] },
    { overlay: Buffer.alloc(5 << 20, "setup") },
  );
  const lengths: number[] = [];
  const source = {
    size: file.length,
    read: async (offset: number, length: number) => {
      lengths.push(length);
      return file.subarray(offset, offset + length);
    },
  };
  assert.equal((await verifyAuthenticode(source, options)).verdict, "valid");
  assert.ok(Math.max(...lengths) <= 1 << 20);
  const read = lengths.reduce((sum, length) => sum + length, 0);
  assert.ok(read < file.length + 4_096, "read once");
});

test("a source that fails or ends early makes a file unreadable", async () => {
  const file = signedPe({ signer: leaf, along: [issuer] });
  const short = { size: file.length, read: async () => file.subarray(0, 10) };
  assert.equal((await verifyAuthenticode(short, options)).verdict, "unreadable");
  const failing = { size: file.length, read: () => Promise.reject(new Error("gone")) };
  assert.equal((await verifyAuthenticode(failing, options)).verdict, "unreadable");
});

test("two signatures, nested or side by side, are both judged", async () => {
  const file = minimalPe();
  const value = (digest: string) => peDigest(file, digest);
  const second = pkcs7(value("sha256"), { signer: leaf, along: [issuer] });
  const first = { signer: leaf, along: [issuer], digest: "sha1" };
  const inner = pkcs7(value("sha1"), { ...first, unsigned: () => [nested(second)] });
  const together = await verify(attach(file, tableEntry(inner)));
  assert.equal(together.verdict, "valid");
  assert.deepEqual(
    together.signatures.map((one) => [one.entry, one.nested, one.verdict]),
    [
      [0, false, "weak-algorithm"],
      [0, true, "valid"],
    ],
  );
  const table = Buffer.concat([tableEntry(pkcs7(value("sha1"), first)), tableEntry(second)]);
  const beside = await verify(attach(file, table));
  assert.equal(beside.verdict, "valid");
  assert.deepEqual(
    beside.signatures.map((one) => [one.entry, one.nested, one.verdict]),
    [
      [0, false, "weak-algorithm"],
      [1, false, "valid"],
    ],
  );
});

test("one broken signature of two condemns the file, whichever it is", async () => {
  const file = minimalPe();
  const good = pkcs7(peDigest(file, "sha256"), { signer: leaf, along: [issuer] });
  const other = pkcs7(Buffer.alloc(32, 1), { signer: leaf, along: [issuer] });
  const garbage = Buffer.from(good);
  garbage[garbage.length - 1]! ^= 1;
  const pairs: [Buffer, string][] = [
    [other, "digest-mismatch"],
    [garbage, "signature-invalid"],
  ];
  for (const [bad, verdict] of pairs) {
    for (const table of [
      Buffer.concat([tableEntry(good), tableEntry(bad)]),
      Buffer.concat([tableEntry(bad), tableEntry(good)]),
      tableEntry(
        pkcs7(peDigest(file, "sha256"), {
          signer: leaf,
          along: [issuer],
          unsigned: () => [nested(bad)],
        }),
      ),
    ])
      assert.equal((await verify(attach(file, table))).verdict, verdict);
  }
});

test("a nested signature may not nest others", async () => {
  const file = minimalPe();
  const value = peDigest(file, "sha256");
  const wanted = { signer: leaf, along: [issuer] };
  const deep = pkcs7(value, { ...wanted, unsigned: () => [nested(pkcs7(value, wanted))] });
  const answer = await verify(
    attach(file, tableEntry(pkcs7(value, { ...wanted, unsigned: () => [nested(deep)] }))),
  );
  assert.equal(answer.verdict, "malformed");
  assert.equal(answer.where, "nested-signature");
});

test("signed attributes name the content once, and rightly", async () => {
  const type = "1.2.840.113549.1.9.3";
  const cases: [string, (usual: Buffer[]) => Buffer[], string, string | undefined][] = [
    ["as usual", (usual) => usual, "valid", undefined],
    ["no type", (usual) => usual.slice(1), "malformed", "attributes"],
    ["no digest", ([first, , third]) => [first!, third!], "malformed", "attributes"],
    ["the type twice", (usual) => [usual[0]!, ...usual], "malformed", "attributes"],
    [
      "another type",
      ([, ...rest]) => [attribute(type, oid("1.2.840.113549.1.7.1")), ...rest],
      "malformed",
      "attributes",
    ],
    [
      "two types in one",
      ([, ...rest]) => [
        attribute(type, oid("1.3.6.1.4.1.311.2.1.4"), oid("1.3.6.1.4.1.311.2.1.4")),
        ...rest,
      ],
      "malformed",
      "attributes",
    ],
    [
      "another digest",
      ([first]) => [first!, attribute("1.2.840.113549.1.9.4", octets(Buffer.alloc(32)))],
      "signature-invalid",
      undefined,
    ],
  ];
  for (const [name, attributes, verdict, where] of cases) {
    const answer = await verify(signedPe({ signer: leaf, along: [issuer], attributes }));
    assert.deepEqual([answer.verdict, answer.where], [verdict, where], name);
  }
});

test("one digest serves the file, the content and the signature", async () => {
  const file = signedPe({ signer: leaf, along: [issuer], digest: "sha512", fileDigest: "sha256" });
  const answer = await verify(file);
  assert.deepEqual([answer.verdict, answer.where], ["malformed", "signed-content"]);
});

test("the signer's line fits the key and the digest, and stands there once", async () => {
  const own = family("rsa");
  const bare = sequence(oid("1.2.840.113549.1.1.1"), nothing());
  const cases: [string, Partial<SignWanted>, string][] = [
    ["the kind of key alone", { algorithm: bare }, "valid"],
    [
      "the kind of key without parameters",
      { algorithm: sequence(oid("1.2.840.113549.1.1.1")) },
      "valid",
    ],
    ["another digest", { algorithm: signatureAlgorithm("rsa", "sha384") }, "signature-invalid"],
    ["another kind of key", { algorithm: signatureAlgorithm("ec", "sha256") }, "signature-invalid"],
    ["PSS", { algorithm: pssAlgorithm("sha256") }, "signature-invalid"],
    [
      "parameters of no meaning",
      { algorithm: sequence(oid("1.2.840.113549.1.1.1"), octets(Buffer.alloc(9))) },
      "signature-invalid",
    ],
    ["an algorithm nobody knows", { algorithm: sequence(oid("1.2.3.4")) }, "unknown-algorithm"],
    ["two signers", { twice: true }, "malformed"],
    ["another digest declared", { declared: "sha512" }, "malformed"],
  ];
  for (const [name, more, verdict] of cases) {
    const file = signedPe({ signer: own.leaf, along: [own.issuer], ...more });
    assert.equal((await verify(file, { roots: [own.root.certificate] })).verdict, verdict, name);
  }
});

test("a signature and its signer say which version of their format they are, and say it right", async () => {
  const file = signedPe({ signer: leaf, along: [issuer] });
  const places = [
    [file.indexOf(Buffer.from("02010131", "hex")), "signed-data"],
    // Before the sequence of its certificate's issuer and number.
    [file.lastIndexOf(leaf.certificate.issuerBytes) - 5, "signer"],
  ] as const;
  for (const [at, where] of places) {
    assert.equal(file.toString("hex", at, at + 3), "020101", where);
    const copy = Buffer.from(file);
    copy[at + 2] = 3;
    const answer = await verify(copy);
    assert.deepEqual([answer.verdict, answer.where], ["malformed", where]);
  }
});

test("an attribute that nobody knows is remarked upon: the signature holds all the same", async () => {
  const file = signedPe({
    signer: leaf,
    along: [issuer],
    unsigned: () => [attribute("1.3.6.1.4.1.42921.1.2.1", Buffer.from("0c0568656c6c6f", "hex"))],
  });
  const answer = await verify(file);
  assert.equal(answer.verdict, "valid");
  assert.deepEqual(answer.remarks, [
    { code: "unknown-attribute", what: "1.3.6.1.4.1.42921.1.2.1" },
  ]);
});

test("a certificate that serves nothing is remarked upon", async () => {
  const stranger = family("ec", "Somebody").leaf;
  const answer = await verify(signedPe({ signer: leaf, along: [issuer, stranger] }));
  assert.equal(answer.verdict, "valid");
  assert.deepEqual(answer.remarks, [
    { code: "unused-certificate", what: stranger.certificate.sha256 },
  ]);
});
