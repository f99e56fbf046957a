import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cidrsOf, formatCidrInFull } from "../../cidr.ts";
import { judge, policyOf, rule } from "./stage/judge.ts";

const interfaces = [
  "set zone trust network layer3 [ ethernet1/1 ethernet1/3.20 ]",
  "set zone untrust network layer3 ethernet1/2",
  "set zone vpn network layer3 tunnel.1",
  "set network interface ethernet ethernet1/1 layer3 ip 10.20.0.1/16",
  "set network interface ethernet ethernet1/1 layer3 ipv6 address 2001:db8:1::1/64",
  "set network interface ethernet ethernet1/3 layer3 units ethernet1/3.20 ip inside",
  "set network interface ethernet ethernet1/2 layer3 ip 192.0.2.2/30",
  "set network interface tunnel units tunnel.1 ip 172.16.0.1/30",
  "set address inside ip-netmask 10.30.0.1/24",
];

function attached(...lines: string[]) {
  const { attachments, assumptions } = policyOf([rule("r"), ...interfaces, ...lines].join("\n"));
  const networks = attachments.map(
    ({ name, addresses }) => `${name} ${cidrsOf(addresses).map(formatCidrInFull).join(" ")}`,
  );
  return { networks, assumed: assumptions.map(({ key }) => key) };
}

const route = "set network virtual-router default routing-table ip static-route";

describe("what lies behind the zones of PAN-OS", () => {
  it("is an interface's own network", () => {
    assert.deepEqual(attached(), {
      networks: [
        "trust 10.20.0.0/16",
        "trust 2001:db8:1::/64",
        "trust 10.30.0.0/24",
        "untrust 192.0.2.0/30",
        "vpn 172.16.0.0/30",
      ],
      assumed: [],
    });
  });

  it("is what static routes lead to, by their interface or their next hop", () => {
    const { networks, assumed } = attached(
      `${route} a destination 0.0.0.0/0 interface ethernet1/2 nexthop ip-address 192.0.2.1`,
      `${route} b nexthop ip-address 10.20.9.9 metric 10 destination 10.99.0.0/16`,
      `${route} c destination 10.98.0.0/16`,
      `${route} c interface tunnel.1`,
    );
    const expected = ["untrust 0.0.0.0/0", "trust 10.99.0.0/16", "vpn 10.98.0.0/16"];
    assert.deepEqual(networks.slice(5), expected);
    assert.deepEqual(assumed, []);
  });

  it("is told apart from what the file does not tell", () => {
    const assumed = ["firewall.assumed.static-routes"];
    for (const line of [
      `${route} a destination 10.99.0.0/16 nexthop next-vr other`,
      `${route} a destination 10.99.0.0/16 nexthop discard`,
      `${route} a destination nowhere interface ethernet1/2`,
      "set network virtual-router default protocol bgp enable yes",
      "set rulebase pbf rules out action forward egress-interface ethernet1/2",
    ]) {
      assert.deepEqual(attached(line).assumed, assumed, line);
    }
    assert.deepEqual(
      attached("set network virtual-router default protocol bgp enable no").assumed,
      [],
    );
  });
});

const nat = `set rulebase nat rules`;
const fields = "from untrust to untrust source any service any";

describe("translation of addresses by PAN-OS", () => {
  const inbound = rule("r", { from: "untrust", to: "trust" });
  const towards = (lines: string[], destination: string) =>
    judge(policyOf([inbound, ...lines].join("\n")), { from: "untrust", to: "trust", destination });

  it("leaves nothing certain about the address before it, and all about the others", () => {
    const one = `${nat} web ${fields} destination 203.0.113.7 destination-translation translated-address 10.20.0.5 translated-port 8443`;
    assert.equal(towards([one], "203.0.113.7"), "permit 1, unclear 2 nat");
    assert.equal(towards([one], "10.20.0.5"), "permit 1");
    assert.equal(towards([`${one} disabled yes`], "203.0.113.7"), "permit 1");
    const other = one.replace("from untrust", "from dmz");
    assert.equal(towards([other], "203.0.113.7"), "permit 1");
  });

  it("counts where it is chosen anew for each connection", () => {
    const one = `${nat} web ${fields} destination vip dynamic-destination-translation translated-address pool`;
    assert.equal(towards([one], "203.0.113.7"), "permit 1, unclear 2 nat");
    const known = "set address vip ip-netmask 203.0.113.8";
    assert.equal(towards([one, known], "203.0.113.7"), "permit 1");
  });

  it("does not matter for sources, but for what comes back to a fixed one", () => {
    const hidden = `${nat} out ${fields} destination any source-translation dynamic-ip-and-port interface-address interface ethernet1/2`;
    assert.equal(towards([hidden], "203.0.113.7"), "permit 1");
    const fixed = `${nat} out ${fields} destination any source-translation static-ip translated-address 203.0.113.7`;
    assert.equal(towards([fixed], "203.0.113.7"), "permit 1");
    assert.equal(
      towards([`${fixed} bi-directional yes`], "203.0.113.7"),
      "permit 1, unclear 2 nat",
    );
    assert.equal(towards([`${fixed} bi-directional yes`], "203.0.113.8"), "permit 1");
  });
});
