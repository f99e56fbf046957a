import assert from "node:assert/strict";
import { test } from "node:test";
import { ConfigError, sourceOfText } from "../source.ts";
import { kinds, readers, recognise } from "./index.ts";

const samples: Record<string, string> = {
  iptables: "*filter\n:FORWARD DROP [0:0]\nCOMMIT\n",
  nftables: "table inet filter {\n}\n",
  "cisco-asa": "access-list OUT extended permit ip any any\n",
  "cisco-ios": "ip access-list extended OUT\n permit ip any any\n",
  panos: "set rulebase security rules R action allow\n",
  fortios: "config firewall policy\nend\n",
  "juniper-srx": "set security policies default-policy deny-all\n",
  aws: '{"SecurityGroupRules": []}',
  azure: '{"securityRules": []}',
};

test("each reader has the id under which it is found, and a kind that is asked for it", async () => {
  assert.deepEqual(
    kinds.map(({ id }) => id),
    Object.keys(readers),
  );
  for (const [at, [id, load]] of Object.entries(readers).entries()) {
    const { read, ...kind } = await load();
    assert.equal(typeof read, "function");
    assert.deepEqual(kind, kinds[at], id);
  }
});

test("a configuration is recognised by its content", async () => {
  assert.deepEqual(Object.keys(samples), Object.keys(readers));
  for (const [id, text] of Object.entries(samples)) {
    assert.equal((await recognise(sourceOfText(text))).id, id);
  }
});

test("two kinds in one file are refused with the line where the second begins, and no kind too", async () => {
  const both = `${samples.iptables}${samples.fortios}`;
  await assert.rejects(recognise(sourceOfText(both)), {
    key: "firewall.config.mixed",
    values: { line: 4, vendors: "Linux iptables, Fortinet FortiOS" },
  });
  await assert.rejects(
    recognise(sourceOfText("Dear all,\n")),
    (error) => error instanceof ConfigError && error.key === "firewall.config.unknown-vendor",
  );
});
