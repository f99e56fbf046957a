import assert from "node:assert/strict";
import { test } from "node:test";
import { readCertificate } from "./certificate.ts";
import { Malformed } from "./malformed.ts";
import { nameText } from "./name.ts";
import { extension, family, make } from "./stage/authority.ts";
import { around, der, integer, sequence } from "./stage/der.ts";

const subject = (...values: (string | Buffer)[]) =>
  make({ name: values.map((value) => ["CN", value]) }).certificate.subject.map(
    ({ value }) => value,
  );

test("names are read in every form that certificates use, and bytes that are no text are none", () => {
  const korean = Buffer.from("금융결제원", "utf16le").swap16();
  assert.deepEqual(
    subject(
      "금융결제원",
      der(0x1e, korean),
      der(0x13, Buffer.from("KFTC")),
      der(0x16, Buffer.from("a@b")),
      der(0x14, Buffer.from([0x4b, 0xe9])),
    ),
    ["금융결제원", "금융결제원", "KFTC", "a@b", "Ké"],
  );
  assert.deepEqual(subject(der(0x13, Buffer.from([0xc3]))), [null]);
  for (const bytes of ["0c02c328", "1e0141", "1e02d800", "04044b465443"])
    assert.throws(() => subject(Buffer.from(bytes, "hex")), Malformed, bytes);
});

test("a name is shown in one line, with nothing in it that could be taken for more", () => {
  const { certificate } = make({
    name: [
      ["C", "KR"],
      ["O", 'A, CN="B"'],
      ["CN", "C"],
    ],
  });
  assert.equal(nameText(certificate.subject), 'CN=C, O="A, CN=\\"B\\"", C=KR');
});

test("an extension that stands there twice makes a certificate malformed", () => {
  const twice = extension("2.5.29.19", sequence());
  assert.throws(() => make({ name: "Twice", extensions: [twice] }), Malformed);
});

test("extensions that are not as they should be make a certificate malformed", () => {
  const purposes = (value: Buffer) => [extension("2.5.29.37", value)];
  for (const extensions of [
    purposes(sequence()),
    purposes(sequence(integer(1))),
    purposes(Buffer.alloc(0)),
    [extension("2.5.29.14", Buffer.from("040101ff", "hex"))],
  ])
    assert.throws(() => make({ name: "Odd", extensions }), Malformed);
});

test("only an old root is an authority without saying so", () => {
  const { root, leaf } = family();
  assert.equal(root.certificate.isAuthority, true);
  assert.equal(leaf.certificate.isAuthority, false);
  const old = make({ name: "Old Root", version: 1 });
  assert.equal(old.certificate.isAuthority, true);
  assert.equal(make({ name: "Old", version: 1, issuer: root }).certificate.isAuthority, false);
});

test("what is far too large to be a certificate is not looked at", () => {
  const large = sequence(around(0, Buffer.alloc(70_000)));
  assert.deepEqual(readCertificate(large), { where: "certificate" });
});
