import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { anyAddress, parseAddresses } from "../address.ts";
import type { Opening } from "../opening.ts";
import { familiesOf, portGroups } from "./_addresses.ts";
import { addressBook } from "./_book.ts";
import { crossing, sorted } from "./_request.ts";
import { chunks, cut, heading } from "./_text.ts";

const guide = { id: "g", edition: "2026" };

function opening(over: Partial<Opening> = {}): Opening {
  return {
    name: "jochi-g-1",
    direction: "outbound",
    sources: parseAddresses("10.0.0.0/8")!,
    destinations: parseAddresses("192.0.2.1")!,
    transport: "tcp",
    ports: [443, 443],
    endpoints: ["row"],
    hosts: ["host.example.kr"],
    comment: "g 2026: row",
    ...over,
  };
}

const to = (...names: string[]) => opening({ destinations: { v4: [], v6: [], names } });
const requestOf = (...openings: Opening[]) => ({
  guide,
  openings,
  input: undefined,
  output: undefined,
});

describe("what a writer cannot say", () => {
  const nothing = { names: false, wildcards: false, inbound: false };
  const exact = { names: true, wildcards: false, inbound: false };
  const cases: [string, Opening, typeof nothing & { tcpOnly?: boolean }, string | undefined][] = [
    ["addresses", opening(), nothing, undefined],
    ["a name", to("a.kr"), nothing, "firewall.person.name"],
    ["a name where names can be", to("a.kr"), exact, undefined],
    ["a wildcard where names can be", to("*.a.kr"), exact, "firewall.person.wildcard"],
    ["a wildcard where it can be", to("*.a.kr"), { ...exact, wildcards: true }, undefined],
    ["a wildcard where no name can be", to("*.a.kr"), nothing, "firewall.person.name"],
    ["a star within", to("a*.b.kr"), { ...exact, wildcards: true }, "firewall.person.wildcard"],
    ["what is no name", to("a b.kr"), { ...exact, wildcards: true }, "firewall.person.name"],
    ["inbound", opening({ direction: "inbound" }), nothing, "firewall.person.inbound"],
    ["UDP", opening({ transport: "udp" }), { ...nothing, tcpOnly: true }, "firewall.person.udp"],
    [
      "IPv6 from IPv4 alone",
      opening({ destinations: parseAddresses("2001:db8::1")! }),
      nothing,
      "firewall.person.family",
    ],
  ];
  for (const [title, one, abilities, key] of cases) {
    it(`${title}: ${key ?? "can be written"}`, () => {
      const { openings, needsPerson } = sorted(requestOf(one), abilities);
      assert.deepEqual(
        needsPerson.map((person) => person.key),
        key ? [key] : [],
      );
      assert.equal(openings.length, key ? 0 : 1);
    });
  }

  it("leaves out addresses of a family that only one side has", () => {
    const both = { ...parseAddresses("192.0.2.1")!, v6: parseAddresses("2001:db8::1")!.v6 };
    const [one] = sorted(requestOf(opening({ destinations: both })), nothing).openings;
    assert.deepEqual(one!.destinations, parseAddresses("192.0.2.1"));
    assert.deepEqual(familiesOf(one!), ["ipv4"]);
  });
});

describe("zones", () => {
  it("are those of the way that the connection opens", () => {
    const request = { ...requestOf(), input: "lan", output: "wan" };
    assert.deepEqual(crossing(request, { direction: "outbound" }), { from: "lan", to: "wan" });
    assert.deepEqual(crossing(request, { direction: "inbound" }), { from: "wan", to: "lan" });
  });

  it("that could end a line or a string are refused", () => {
    for (const input of ['a"b', "a b", "a\nb", "a;b", "$(a)", ""])
      assert.throws(() => crossing({ ...requestOf(), input }, opening()), RangeError);
  });
});

describe("an address book", () => {
  it("names an address by itself and equal sets alike", () => {
    const book = addressBook("jochi-g");
    const pair = parseAddresses("192.0.2.1-192.0.2.3")!;
    const many = { v4: [...pair.v4, 3_232_235_777, 3_232_235_777], v6: [], names: [] };
    const first = book.sides(opening({ destinations: many }));
    const second = book.sides(opening({ destinations: { ...many } }));
    assert.equal(first.to.name, "jochi-g-hosts-1");
    assert.deepEqual(second.to, first.to);
    assert.deepEqual(
      book.members().map(({ name }) => name),
      ["jochi-g-10.0.0.0-8", "jochi-g-192.0.2.1-192.0.2.3", "jochi-g-192.168.1.1"],
    );
    assert.equal(book.groups().length, 1);
  });

  it("never gives two things one name", () => {
    const book = addressBook("jochi-g");
    const names = ["*.a.kr", "any.a.kr", "a.kr", `${"b".repeat(60)}.kr`, `${"b".repeat(60)}.com`];
    for (const name of names) book.sides(to(name));
    for (const text of ["2001:db8::/16", "2001:db8::16", "::/0", "0.0.0.0/0", "10.0.0.0-10.0.0.16"])
      book.sides(opening({ destinations: parseAddresses(text)! }));
    const given = book.members().map(({ name }) => name);
    assert.equal(given.length, 11);
    assert.equal(new Set(given).size, given.length);
  });

  it("holds everything there is", () => {
    const { to: place } = addressBook("jochi-g").sides(opening({ destinations: anyAddress }));
    assert.deepEqual(
      place.members.map(({ name }) => name),
      ["jochi-g-0.0.0.0-0", "jochi-g-__-0"],
    );
  });
});

describe("lists and lines", () => {
  it("groups ports, a range counting as two", () => {
    assert.deepEqual(portGroups([1, 1, 3, 4, 6, 6], 3), [
      [1, 1, 3, 4],
      [6, 6],
    ]);
    assert.deepEqual(portGroups([1, 2, 4, 5], 3), [
      [1, 2],
      [4, 5],
    ]);
  });

  it("cuts lists and comments", () => {
    assert.deepEqual(chunks([1, 2, 3], 2), [[1, 2], [3]]);
    assert.equal(cut("abcdef", 6), "abcdef");
    assert.equal(cut("abcdefg", 6), "abc...");
  });

  it("heads a file with every row, in lines people can read", () => {
    const endpoints = Array.from({ length: 30 }, (_, at) => `a-row-${at}`);
    const lines = heading(requestOf(opening({ endpoints })), "#", "A hint.");
    assert.equal(lines[0], "# Jochi: guide g, edition 2026");
    assert.equal(lines.at(-1), "# A hint.");
    assert.ok(lines.every((line) => line.length <= 100 && line.startsWith("# ")));
    for (const row of endpoints) assert.ok(lines.join().includes(row));
  });
});
