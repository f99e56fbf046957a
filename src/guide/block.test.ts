import assert from "node:assert/strict";
import { test } from "node:test";
import { covers, formatBlock, parseBlock, withoutHostBits } from "./block.ts";

test("an address is within a block or is one of the single ones, whatever its spelling", () => {
  const known = ["192.0.2.7", "198.51.100.128/25", "2001:db8:1::/48", "2001:db8::A"];
  const inside = ["192.0.2.7", "198.51.100.128", "198.51.100.255", "2001:db8:1:ffff::1"];
  for (const address of [...inside, "2001:0db8:0::a"]) assert.ok(covers(known, address), address);
  const outside = ["192.0.2.8", "198.51.100.127", "2001:db8:2::", "2001:db8::b", "::", "x", ""];
  for (const address of outside) assert.ok(!covers(known, address), address);
});

test("a block of everything holds its own family only", () => {
  assert.deepEqual(
    [covers(["0.0.0.0/0"], "203.0.113.1"), covers(["0.0.0.0/0"], "::1")],
    [true, false],
  );
  assert.deepEqual([covers(["::/0"], "203.0.113.1"), covers(["::/0"], "::1")], [false, true]);
});

test("no address and no block is none", () => {
  const wrong = [
    "1.2.3",
    "1.2.3.4/33",
    "1.2.3.4/",
    "1.2.3.4/08",
    "1.2.3.4/8/8",
    "::/129",
    ":::",
    "fe80::1%1",
    "a.kr",
  ];
  for (const text of wrong) assert.equal(parseBlock(text), undefined, text);
  assert.ok(!covers(wrong, "1.2.3.4"));
});

test("a block is written in one way", () => {
  const written = (text: string) => formatBlock(withoutHostBits(parseBlock(text)!));
  assert.equal(written("192.0.2.77/24"), "192.0.2.0/24");
  assert.equal(written("255.255.255.255"), "255.255.255.255");
  assert.equal(written("255.255.255.255/0"), "0.0.0.0/0");
  assert.equal(written("2001:DB8:0:0:1::1/64"), "2001:db8::/64");
  assert.equal(written("::ffff:192.0.2.1"), "::ffff:c000:201");
});
