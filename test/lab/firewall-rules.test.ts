import assert from "node:assert/strict";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { parseAddresses } from "../../src/firewall/address.ts";
import { type Flow, flowsOf } from "../../src/firewall/flow.ts";
import { openingsOf } from "../../src/firewall/merge.ts";
import { writers } from "../../src/firewall/write/index.ts";
import { loadGuide } from "../../src/guide/load.ts";
import type { Lab } from "../../src/lab/real/lab.ts";
import { startLab } from "../../src/lab/real/lab.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { chance } from "../firewall/kernel/_chance.ts";
import { kernelMissing } from "../firewall/kernel/_kernel.ts";
import { root } from "../house/_source.ts";
import { skip } from "./_lab.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const flows = flowsOf(guide);
const pcs = parseAddresses("10.10.1.0/24")!;
const others = 10_000;

/** What stands around the rules: default deny, answers, and the office's own servers. */
const around = {
  nftables: `table inet filter {
  chain forward {
    type filter hook forward priority 5; policy drop;
    ct state established,related accept
    iifname "lan" oifname "dmz" accept
  }
}
`,
  iptables: `*filter
:FORWARD DROP [0:0]
-A FORWARD -m conntrack --ctstate ESTABLISHED,RELATED -j ACCEPT
-A FORWARD -i lan -o dmz -j ACCEPT
COMMIT
`,
};

/** Counts what leaves for the internet and is no answer. */
const counter = `table inet watch {
  chain out {
    type filter hook postrouting priority 300; policy accept;
    oifname "wan" ct state new counter
  }
}
`;

function rulesFor(vendor: keyof typeof around): string[] {
  const openings = openingsOf(flows, pcs, guide);
  const { add } = writers[vendor]!.write({ guide, openings, input: "lan", output: "wan" });
  const { text } = add[0]!;
  if (vendor === "iptables") return [text];
  const [, chain] = /chain (jochi\w+) \{/.exec(text)!;
  return [text, `insert rule inet filter forward jump ${chain}`];
}

const loaders = { nftables: ["nft", "-f", "-"], iptables: ["iptables-nft-restore", "--noflush"] };

for (const vendor of ["nftables", "iptables"] as const) {
  const missing = skip || kernelMissing(...loaders[vendor].slice(0, 1));
  describe(`rules for ${vendor} behind default deny, in the lab`, { skip: missing }, () => {
    let lab: Lab;
    const onRouter = async (command: string[], input = "") => {
      const { code, stdout, stderr } = await lab.run(command, { where: "router", input });
      assert.equal(code, 0, `${command.join(" ")}: ${stderr}`);
      return stdout;
    };
    const diagnose = () =>
      lab.run([join(root, "jochi"), "diagnose", "--guide", "bankpay-transfer@2018.11", "--json"]);
    const passed = async () => {
      const listing = await onRouter(["nft", "list", "table", "inet", "watch"]);
      return Number(/packets (\d+)/.exec(listing)![1]);
    };

    before(async () => {
      lab = await startLab(worldOf(guide));
      await onRouter(loaders[vendor], around[vendor]);
      await onRouter(["nft", "-f", "-"], counter);
    });
    after(() => lab.close());

    it("without them nothing passes", async () => {
      assert.equal((await diagnose()).code, 1);
      assert.equal(await passed(), 0);
    });

    it("with them the guide's diagnosis is healthy", async () => {
      for (const rules of rulesFor(vendor)) await onRouter(loaders[vendor], rules);
      const { code, stdout } = await diagnose();
      const { endpoints } = JSON.parse(stdout) as { endpoints: { verdict: string }[] };
      assert.deepEqual([...new Set(endpoints.map(({ verdict }) => verdict))], ["ok"]);
      assert.equal(endpoints.length, 32);
      assert.equal(code, 0);
      assert.ok((await passed()) >= 32, "the counter counts");
    });

    it(`of ${others} other packets none passes`, async () => {
      const before = await passed();
      const input = JSON.stringify(otherPlaces());
      const script = join(import.meta.dirname, "_scatter.ts");
      const { code, stdout, stderr } = await lab.run([process.execPath, script], { input });
      assert.deepEqual([code, stdout.trim()], [0, String(others)], stderr);
      assert.equal(await passed(), before);
    });
  });
}

/** Near misses for the most part: a needed address at another port, a neighbour at a needed port. */
function otherPlaces() {
  const luck = chance(7);
  const needed = new Set(flows.map(({ address, port }) => `tcp ${address} ${port}`));
  const places: { address: string; port: number; transport: Flow["transport"] }[] = [];
  while (places.length < others) {
    const flow = luck.pick(flows);
    const address = luck.oneIn(2) ? flow.address! : neighbour(flow.address!, luck.below(8));
    const port = luck.oneIn(2) ? flow.ports[0]! : 1 + luck.below(65_535);
    const transport = luck.oneIn(4) ? "udp" : "tcp";
    if (needed.has(`${transport} ${address} ${port}`)) continue;
    places.push({ address, port, transport });
  }
  return places;
}

function neighbour(address: string, distance: number): string {
  const parts = address.split(".").map(Number);
  parts[3] = (parts[3]! + distance + 1) % 256;
  return parts.join(".");
}
