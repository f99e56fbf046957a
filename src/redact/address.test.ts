import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseBlock } from "../guide/block.ts";
import { addressesBy } from "./address.ts";
import { hmac } from "./sha256.ts";

const guides = ["203.175.190.200", "203.175.190.213", "198.41.0.0/24"].map(
  (text) => parseBlock(text)!,
);
const by = (fill: number) => addressesBy(hmac(new Uint8Array(32).fill(fill)), guides);
const { pseudonym } = by(7);

function shared(a: string, b: string): number {
  const [one, other] = [a, b].map((text) => {
    const { address, width } = parseBlock(text)!;
    return address.toString(2).padStart(width, "0");
  }) as [string, string];
  const at = [...one].findIndex((bit, index) => bit !== other[index]);
  return at < 0 ? one.length : at;
}

/** Numbers without chance: a walk through all of the range in large odd steps. */
const some = (count: number) =>
  Array.from({ length: count }, (_, at) => {
    const value = (at * 2_654_435_761 + 12_345) >>> 0;
    return [24, 16, 8, 0].map((by) => (value >>> by) & 255).join(".");
  });

describe("pseudonyms of addresses", () => {
  it("share as many first bits as the addresses did", () => {
    const all = [...some(60), "10.1.2.3", "10.1.2.77", "10.1.3.3", "10.200.0.1", "203.175.190.9"];
    for (const a of all) {
      for (const b of all) {
        assert.equal(shared(pseudonym(a)!, pseudonym(b)!), shared(a, b), `${a} ${b}`);
      }
    }
    const v6 = [
      "2001:2d8:1::1",
      "2001:2d8:1::2",
      "2001:2d8:2::1",
      "2406:5900::9",
      "fd00:1::5",
      "fe80::1:2",
    ];
    for (const a of v6) {
      for (const b of v6) assert.equal(shared(pseudonym(a)!, pseudonym(b)!), shared(a, b));
    }
  });

  it("stay in the range that means something", () => {
    const prefixes = ["10.", "192.168.", "169.254.", "198.51.100.", "fd", "fe80::"];
    const own = [
      "10.9.8.7",
      "192.168.3.4",
      "169.254.7.7",
      "198.51.100.9",
      "fd12:3456::1",
      "fe80::7",
    ];
    for (const [at, address] of own.entries()) {
      assert.ok(pseudonym(address)?.startsWith(prefixes[at]!), `${address} ${pseudonym(address)}`);
    }
    const private172 = /^172\.(1[6-9]|2\d|3[01])\./;
    for (let at = 16; at < 32; at += 1) assert.match(pseudonym(`172.${at}.5.6`)!, private172);
    const shared100 = /^100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\./;
    for (let at = 64; at < 128; at += 9) assert.match(pseudonym(`100.${at}.5.6`)!, shared100);
    const multicast = Number(pseudonym("239.10.9.8")!.split(".")[0]);
    assert.ok(multicast >= 224 && multicast < 240);
  });

  it("of others never lie in such a range, and never on an address of the guide", () => {
    const special =
      /^(0|10|127|22[4-9]|23\d|24\d|25\d)\.|^192\.168\.|^169\.254\.|^172\.(1[6-9]|2\d|3[01])\./;
    const plain = some(400).filter((address) => !special.test(address));
    for (const address of plain) {
      assert.ok(!special.test(pseudonym(address)!), `${address} ${pseudonym(address)}`);
      assert.notEqual(pseudonym(address), "203.175.190.200");
    }
    assert.equal(new Set(plain.map((address) => pseudonym(address))).size, plain.length);
  });

  it("are the address itself for the guide's, for loopback and for masks", () => {
    const still = ["203.175.190.200", "198.41.0.77", "127.0.0.1", "0.0.0.0", "255.255.255.255"];
    for (const address of [...still, "255.255.240.0", "224.0.0.251", "::1", "::"]) {
      assert.equal(pseudonym(address), address);
    }
    assert.equal(pseudonym("::ffff:203.175.190.200"), "::ffff:203.175.190.200");
  });

  it("are others under another key, and the same under the same", () => {
    const all = some(50);
    const told = all.map((address) => pseudonym(address));
    assert.deepEqual(
      all.map((address) => by(7).pseudonym(address)),
      told,
    );
    const other = all.filter((address, at) => by(8).pseudonym(address) !== told[at]);
    assert.ok(other.length >= 49, `${other.length}`);
  });

  it("are none for what is no address", () => {
    for (const text of ["", "10.1.2", "256.1.1.1", "a.b.c.d", "10.0.0.0/8", "12:34:56", "host"]) {
      assert.equal(pseudonym(text), undefined, text);
    }
  });
});
