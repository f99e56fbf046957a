import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { anyAddress, parseAddresses } from "../../src/firewall/address.ts";
import { excessOf } from "../../src/firewall/audit/excess.ts";
import type { Flow } from "../../src/firewall/flow.ts";
import { prove } from "../../src/firewall/prove/prove.ts";
import { ciscoAsa } from "../../src/firewall/read/cisco-asa.ts";
import { iptables } from "../../src/firewall/read/iptables.ts";
import { nftables } from "../../src/firewall/read/nftables.ts";
import { noOptions, type Reader } from "../../src/firewall/read/reader.ts";
import { sourceOfText } from "../../src/firewall/source.ts";

/** Seven questions to which checkers of access lists are known to say "accept", and the truth. */
const sources = parseAddresses("10.20.0.0/16")!;

function flow(address: string, ports: [number, number], transport: Flow["transport"]): Flow {
  return {
    endpoint: "e",
    group: "g",
    host: "h",
    address,
    destination: parseAddresses(address)!,
    port: ports[0] === ports[1] ? String(ports[0]) : ports.join("-"),
    ports,
    protocol: transport,
    transport,
    direction: "outbound",
    required: true,
    purpose: { ko: "시험" },
  };
}

function verdictOf(reader: Reader, config: string, ...asked: Flow[]): string[] {
  const policy = reader.read(sourceOfText(config), noOptions);
  return prove(policy, asked, sources).map(({ verdict }) => verdict);
}

const nft = (...rules: string[]) => `table ip f {
  chain forward {
    type filter hook forward priority 0; policy drop;
    ct state established accept
    ${rules.join("\n    ")}
  }
}
`;
const save = (...rules: string[]) => `*filter
:FORWARD DROP [0:0]
-A FORWARD -m conntrack --ctstate ESTABLISHED -j ACCEPT
${rules.join("\n")}
COMMIT
`;
const asa = (
  ...rules: string[]
) => `${rules.map((rule) => `access-list out extended ${rule}`).join("\n")}
access-group out in interface inside
`;

describe("the seven questions", () => {
  it("an address that is excluded from an accepted network is denied", () => {
    const config = nft("ip daddr 203.0.113.0/24 ip daddr != 203.0.113.9 tcp dport 443 accept");
    const one = flow("203.0.113.9", [443, 443], "tcp");
    const other = flow("203.0.113.8", [443, 443], "tcp");
    assert.deepEqual(verdictOf(nftables, config, one, other), ["denied", "permitted"]);
    const whole = flow("203.0.113.0/24", [443, 443], "tcp");
    assert.deepEqual(verdictOf(nftables, config, whole), ["partly"]);
  });

  it("an address on either side accepts nothing that has it on neither", () => {
    const config = save(
      "-A FORWARD -s 192.168.7.0/24 -j ACCEPT",
      "-A FORWARD -d 192.168.7.0/24 -j ACCEPT",
    );
    assert.deepEqual(verdictOf(iptables, config, flow("203.0.113.9", [443, 443], "tcp")), [
      "denied",
    ]);
  });

  it("a port on either side accepts no packet with other ports on both", () => {
    const config = save("-A FORWARD -p tcp -m multiport --ports 443 -j ACCEPT");
    const other = flow("203.0.113.9", [7443, 7443], "tcp");
    // From source port 443 it would pass; no client uses that one.
    assert.deepEqual(verdictOf(iptables, config, other), ["denied"]);
    assert.deepEqual(verdictOf(iptables, config, flow("203.0.113.9", [443, 443], "tcp")), [
      "permitted",
    ]);
  });

  it("a rule that has expired accepts nothing, and one that may have nothing for certain", () => {
    const config = `time-range old
 absolute end 00:00 1 January 2020
${asa("permit tcp any host 203.0.113.9 eq 443 time-range old")}`;
    const asked = [flow("203.0.113.9", [443, 443], "tcp")];
    const on = (today: string | undefined) => {
      const policy = ciscoAsa.read(sourceOfText(config), { ...noOptions, today });
      return prove(policy, asked, sources).map(({ verdict }) => verdict);
    };
    assert.deepEqual(on("2026-11-25"), ["denied"]);
    assert.deepEqual(on("2019-06-01"), ["undetermined"]);
    assert.deepEqual(on(undefined), ["undetermined"]);
  });

  it("one kind of ICMP accepted is not ICMP accepted", () => {
    const config = save("-A FORWARD -p icmp -m icmp --icmp-type echo-request -j ACCEPT");
    const policy = iptables.read(sourceOfText(config), noOptions);
    const crossing = { input: undefined, output: undefined };
    const { told } = excessOf(policy, [], anyAddress, { crossing });
    const open = told.flatMap((entry) => entry.open);
    assert.deepEqual(
      open.map(({ protocols, destinationPorts }) => [protocols, destinationPorts]),
      [
        [
          [1, 1],
          [8 * 256, 8 * 256 + 255],
        ],
      ],
    );
  });

  it("a rule about ip is about tcp", () => {
    const config = asa("deny ip any any", "permit tcp any any");
    assert.deepEqual(verdictOf(ciscoAsa, config, flow("203.0.113.9", [443, 443], "tcp")), [
      "denied",
    ]);
  });

  it("a question about many is answered for each: protocols and ports", () => {
    const config = save(
      "-A FORWARD -p udp -j DROP",
      "-A FORWARD -p tcp --dport 1000:2000 -j DROP",
      "-A FORWARD -j ACCEPT",
    );
    const asked = [
      flow("203.0.113.9", [443, 443], "udp"),
      flow("203.0.113.9", [443, 443], "tcp"),
      flow("203.0.113.9", [1, 65_535], "tcp"),
    ];
    assert.deepEqual(verdictOf(iptables, config, ...asked), ["denied", "permitted", "partly"]);
  });
});
