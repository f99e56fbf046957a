import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

/**
 * In namespaces of its own: the only resolver is on loopback and never answers. Then the machine
 * must answer within its limit, and nothing may hold the process back when it ends.
 */
const play = `
import { createSocket } from "node:dgram";
import { linuxMachine } from "${new URL("../linux.ts", import.meta.url)}";
const silent = createSocket("udp4").bind(53, "127.0.0.1");
const machine = linuxMachine({ env: {} });
const [resolvers, name, known] = await Promise.all([
  machine.resolvers(),
  machine.lookup("pay.example", { timeoutMs: 300 }),
  machine.lookup("localhost", { timeoutMs: 3_000 }),
]);
silent.close();
console.log(JSON.stringify({ resolvers, failure: name.failure, known: known.addresses }));
process.exit(7);
`;
const script = `
set -e
ip link set lo up
mount -t tmpfs none /mnt
echo "nameserver 127.0.0.1" > /mnt/resolv.conf
mount --bind /mnt/resolv.conf /etc/resolv.conf
exec "$1" --input-type=module -e "$2"
`;

const able = spawnSync("unshare", ["-rUnm", "true"]).status === 0;

test("a silent resolver holds nothing back", { skip: able ? false : "no namespaces" }, () => {
  const begun = performance.now();
  const run = spawnSync("unshare", ["-rUnm", "sh", "-c", script, "sh", process.execPath, play], {
    encoding: "utf8",
    timeout: 20_000,
  });
  assert.equal(run.status, 7, run.stderr);
  assert.deepEqual(JSON.parse(run.stdout), {
    resolvers: { state: "found", value: ["127.0.0.1"] },
    failure: "timeout",
    known: ["127.0.0.1"],
  });
  assert.ok(performance.now() - begun < 4_000);
});
