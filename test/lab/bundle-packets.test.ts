import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { connectedSide } from "../bundle/_closed.ts";
import { closedPc, withoutNos } from "../bundle/_closed-pc.ts";
import { run } from "../house/_run.ts";
import { root } from "../house/_source.ts";
import { guideFolder } from "../windows/broken/guide.ts";
import { skip } from "./_lab.ts";

/**
 * A network of its own with a way that leads nowhere: whatever is sent there is counted and lost.
 * What goes over loopback is counted beside it.
 */
const network = `
set -e
echo 1 >/proc/sys/net/ipv6/conf/all/disable_ipv6
ip link set lo up
ip link add out0 type veth peer name nowhere
ip address add 192.0.2.2/24 dev out0
ip link set nowhere up
ip link set out0 up
ip route add default via 192.0.2.1
nft add table inet count
nft add chain inet count sent '{ type filter hook output priority 0; }'
nft add rule inet count sent oifname '"lo"' counter
nft add rule inet count sent oifname != '"lo"' counter
unset JOCHI_NETWORK
code=0
"$@" >&2 || code=$?
nft -j list chain inet count sent
exit $code
`;

interface Counted {
  code: number | null;
  loopback: number;
  outside: number;
  err: string;
}

async function counted(words: string[], env: NodeJS.ProcessEnv = {}): Promise<Counted> {
  const inside = ["-n", "bash", "-c", network, "bash", ...words];
  const path = `${process.env.PATH}:/usr/sbin:/sbin`;
  const { code, out, err } = await run(inside, { command: "unshare", env: { ...env, PATH: path } });
  assert.ok(out.startsWith("{"), err);
  const { nftables } = JSON.parse(out) as {
    nftables: { rule?: { expr: { counter?: { packets: number } }[] } }[];
  };
  const packets = nftables.flatMap(({ rule }) =>
    (rule?.expr ?? []).flatMap(({ counter }) => (counter ? [counter.packets] : [])),
  );
  const [loopback = -1, outside = -1] = packets;
  return { code, loopback, outside, err };
}

describe("what a bundle sends over the network", { skip }, () => {
  const folder = mkdtempSync(join(tmpdir(), "jochi-packets-"));
  const guide = guideFolder();
  after(() => {
    guide.remove();
    rmSync(folder, { recursive: true, force: true });
  });
  const side = connectedSide(join(folder, "connected"), guide.path);
  const jochi = join(root, "jochi");
  const whose = ["--fingerprint", side.fingerprint];

  it("is counted, where something is sent", async () => {
    const send = `require("dgram").createSocket("udp4").send("x", 9, "192.0.2.1", () => process.exit())`;
    const { outside } = await counted([process.execPath, "-e", send]);
    assert.ok(outside > 0);
  });

  it("is nothing, while it is verified or unpacked", async () => {
    const bundle = await side.bundle("bundle.jochi");
    const receipt = ["--receipt", join(folder, "receipt.html")];
    const verified = await counted([jochi, "bundle", "verify", bundle, ...whose, ...receipt]);
    assert.deepEqual([verified.code, verified.loopback, verified.outside], [0, 0, 0], verified.err);
    const to = ["--to", join(folder, "unpacked")];
    const unpacked = await counted([jochi, "bundle", "unpack", bundle, ...to, ...whose]);
    assert.deepEqual([unpacked.code, unpacked.loopback, unpacked.outside], [0, 0, 0], unpacked.err);
  });

  it("is nothing but knocks at the programs of this very PC, while it is installed", async () => {
    const bundle = await side.bundle("bundle.jochi");
    const pc = closedPc(folder, withoutNos(side.installer));
    const words = [jochi, "bundle", "install", bundle, ...whose];
    const env = { JOCHI_LAB_SYSTEM: pc.file };
    const preview = await counted([...words, "--dry-run"], env);
    assert.deepEqual([preview.code, preview.loopback, preview.outside], [0, 0, 0], preview.err);
    const installed = await counted([...words, "--yes"], env);
    assert.equal(installed.outside, 0);
    assert.ok(installed.loopback > 0, "whether the agent of NOS answers is looked at");
  });
});
