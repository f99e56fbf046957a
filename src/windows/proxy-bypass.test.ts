import assert from "node:assert/strict";
import { test } from "node:test";
import { type Bypass, bypassOf } from "./proxy-bypass.ts";

const cases: [list: string, host: string, bypass: Bypass][] = [
  ["", "127.0.0.1", "implicit"],
  ["", "localhost", "implicit"],
  ["", "loopback", "implicit"],
  ["", "[::1]", "implicit"],
  ["", "127.0.0.2", "no-rule"],
  ["", "pfs.nprotect.com", "no-rule"],
  ["<local>", "127.0.0.1", "implicit"],
  ["<local>", "localhost", "listed"],
  ["<local>", "pfs.nprotect.com", "no-rule"],
  ["<-loopback>", "127.0.0.1", "no-rule"],
  ["<-LOOPBACK>", "localhost", "no-rule"],
  ["<-loopback>;<local>", "127.0.0.1", "no-rule"],
  ["<-loopback>;127.*", "127.0.0.1", "contradiction"],
  ["127.0.0.1;<-loopback>", "127.0.0.1", "contradiction"],
  ["127.0.0.1", "127.0.0.1", "listed"],
  ["127.*", "127.0.0.1", "listed"],
  ["127.0.0.1:14440", "127.0.0.1", "listed"],
  ["https://127.0.0.1", "127.0.0.1", "listed"],
  ["*", "127.0.0.1", "listed"],
  ["*.nprotect.com", "pfs.nprotect.com", "listed"],
  [".nprotect.com", "pfs.nprotect.com", "listed"],
  ["PFS.nprotect.com", "pfs.nprotect.com", "listed"],
  ["pfs*com", "pfs.nprotect.com", "listed"],
  ["pfs.*.nprotect.com", "pfs.nprotect.com", "no-rule"],
  ["nprotect.com", "pfs.nprotect.com", "no-rule"],
  ["pfs.nprotect*tect.com", "pfs.nprotect.com", "no-rule"],
  ["10.*;172.16.*", "127.0.0.1", "implicit"],
];

for (const [list, host, bypass] of cases) {
  test(`‘${list}’ and ${host}: ${bypass}`, () => {
    assert.equal(bypassOf(list.split(";"), host), bypass);
  });
}
