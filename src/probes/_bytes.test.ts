import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { clientHello, commonSuites, handshakeMessages, noSuites } from "./_hello.ts";
import { isLdapAnswer, rootDseSearch } from "./_ldap.ts";

test("the rootDSE search is 39 bytes whose lengths agree", () => {
  assert.equal(rootDseSearch.length, 39);
  assert.equal(rootDseSearch[1], 37);
  assert.equal(rootDseSearch[6], 32);
});

test("answers to a search are known by message id and tag", () => {
  const entry = Uint8Array.from([0x30, 0x0c, 0x02, 0x01, 0x01, 0x64, 0x07]);
  const long = Uint8Array.from([0x30, 0x84, 0, 0, 0, 9, 0x02, 0x01, 0x01, 0x65]);
  assert.ok(isLdapAnswer(entry));
  assert.ok(isLdapAnswer(long));
  for (const other of ["SSH-2.0-x", "HTTP/1.1 400", "0", ""]) {
    assert.ok(!isLdapAnswer(new TextEncoder().encode(other)), other);
  }
});

test("a ClientHello carries its name and has lengths that agree", () => {
  fc.assert(
    fc.property(fc.domain(), (name) => {
      const hello = Buffer.from(clientHello(name, commonSuites));
      assert.equal(hello.readUInt16BE(3), hello.length - 5);
      assert.equal(hello.readUIntBE(6, 3), hello.length - 9);
      assert.ok(hello.includes(name));
    }),
  );
  assert.ok(!Buffer.from(clientHello("", noSuites)).includes("invalid"));
});

test("handshake messages are read across records and cut short without harm", () => {
  const messages = Buffer.from("02000002aaaa0b000001bb0e000000", "hex");
  const records = Buffer.concat([
    Buffer.from([0x16, 3, 3, 0, 9]),
    messages.subarray(0, 9),
    Buffer.from([0x16, 3, 3, 0, messages.length - 9]),
    messages.subarray(9),
  ]);
  assert.deepEqual(handshakeMessages(records), [2, 11, 14]);
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      assert.ok(handshakeMessages(bytes).length <= 32);
    }),
  );
});
