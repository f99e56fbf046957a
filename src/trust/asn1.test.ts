import assert from "node:assert/strict";
import { test } from "node:test";
import { decode, oidOf, smallOf, tag, timeOf } from "./asn1.ts";
import { attempt } from "./malformed.ts";
import { der, generalizedTime, oid, utcTime } from "./stage/der.ts";

const read = <T>(hex: string, as: (element: ReturnType<typeof decode>) => T) =>
  attempt(() => as(decode(Buffer.from(hex, "hex"), "signer")));
const refused = { where: "signer" };

test("one thing has one encoding: lengths are definite and short, nothing follows", () => {
  const whole = (hex: string) => read(hex, (element) => element.bytes.length);
  assert.deepEqual(whole("3003020101"), { value: 5 });
  for (const hex of [
    "",
    "30",
    "3080020101" + "0000",
    "308103020101",
    "30820003020101",
    "3003020101ff",
    "30030201",
    "3f100101",
    "30840fffffff",
  ])
    assert.deepEqual(whole(hex), refused, hex);
});

test("nesting and count have limits, and hitting one is no exception", () => {
  const nested = (depth: number) => {
    let bytes: Buffer = der(0x30);
    for (let level = 1; level < depth; level += 1) bytes = der(0x30, bytes);
    return bytes.toString("hex");
  };
  assert.ok("value" in read(nested(30), () => true));
  assert.deepEqual(
    read(nested(50), () => true),
    refused,
  );
  assert.deepEqual(
    read(nested(5_000), () => true),
    refused,
  );
  const many = der(0x30, ...Array.from({ length: 30_000 }, () => der(0x05))).toString("hex");
  assert.deepEqual(
    read(many, () => true),
    refused,
  );
});

test("object identifiers are read as they are written", () => {
  for (const dotted of ["1.2.840.113549.1.7.2", "2.5.29.37.0", "0.9.2342.19200300.100.1.25"])
    assert.deepEqual(
      read(oid(dotted).toString("hex"), (element) => oidOf(element, "signer")),
      { value: dotted },
    );
  for (const hex of ["0600", "06028001", "060185", "0601" + "80"])
    assert.deepEqual(
      read(hex, (element) => oidOf(element, "signer")),
      refused,
      hex,
    );
});

test("small numbers are small and not negative", () => {
  const number = (hex: string) => read(hex, (element) => smallOf(element, "signer"));
  assert.deepEqual(number("020103"), { value: 3 });
  for (const hex of ["0200", "0201ff", "0206010000000000", "040103"])
    assert.deepEqual(number(hex), refused, hex);
});

test("times are days that exist, in UTC", () => {
  const time = (bytes: Buffer) =>
    read(bytes.toString("hex"), (element) => timeOf(element, "signer"));
  const moment = Date.UTC(2049, 11, 31, 23, 59, 59);
  assert.deepEqual(time(utcTime(moment)), { value: moment });
  assert.deepEqual(time(generalizedTime(moment)), { value: moment });
  assert.deepEqual(time(utcTime(Date.UTC(1950, 0, 1))), { value: Date.UTC(1950, 0, 1) });
  const text = (kind: number, value: string) => time(der(kind, Buffer.from(value)));
  assert.deepEqual(text(tag.generalizedTime, "20260102030405.5Z"), {
    value: Date.UTC(2026, 0, 2, 3, 4, 5, 500),
  });
  for (const [kind, value] of [
    [tag.utcTime, "260230000000Z"],
    [tag.utcTime, "2601010000Z"],
    [tag.utcTime, "260101000000+0900"],
    [tag.utcTime, "20260101000000Z"],
    [tag.generalizedTime, "20261301000000Z"],
    [tag.generalizedTime, "20260101240000Z"],
    [tag.generalizedTime, "20260101000060Z"],
    [tag.generalizedTime, "260101000000Z"],
    [0x0c, "20260101000000Z"],
  ] as const)
    assert.deepEqual(text(kind, value), refused, value);
});
