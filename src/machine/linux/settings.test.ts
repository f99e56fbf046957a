import assert from "node:assert/strict";
import { test } from "node:test";
import { parseHosts, parseIcmpUnreachables, parseResolvers } from "./settings.ts";

test("resolvers as the C library reads them", () => {
  const text = "# office\nsearch corp\nnameserver 10.1.1.1 # first\r\n;nameserver 10.9.9.9\n";
  const more = "\tnameserver\t2001:db8::53\nnameserver not-an-address\nnameservers 10.3.3.3\n";
  assert.deepEqual(parseResolvers(text + more), ["10.1.1.1", "2001:db8::53"]);
  assert.deepEqual(parseResolvers("options timeout:1\n"), ["127.0.0.1"]);
  const four = [1, 2, 3, 4].map((n) => `nameserver 10.0.0.${n}`).join("\n");
  assert.equal(parseResolvers(four).length, 3);
});

test("hosts: several names a line, comments, bad lines", () => {
  const text = "127.0.0.1 localhost me # 10.0.0.1 no\n#::1 no\n10.1.1.1\tPay.example\nbad name\n\n";
  assert.deepEqual(parseHosts(text), [
    { address: "127.0.0.1", name: "localhost" },
    { address: "127.0.0.1", name: "me" },
    { address: "10.1.1.1", name: "Pay.example" },
  ]);
});

test("ICMP counter by the name of its column", () => {
  const ip = "Ip: Forwarding InDestUnreachs\nIp: 1 99\n";
  assert.equal(parseIcmpUnreachables(`${ip}Icmp: InMsgs InDestUnreachs\nIcmp: 12 7\n`), 7);
  assert.equal(parseIcmpUnreachables(`${ip}Icmp: InMsgs\nIcmp: 12\n`), undefined);
  assert.equal(parseIcmpUnreachables(""), undefined);
});
