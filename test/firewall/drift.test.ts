import assert from "node:assert/strict";
import { join } from "node:path";
import { test } from "node:test";
import { diagnose } from "../../src/doctor/diagnose.ts";
import { diagnose as judge } from "../../src/engine/diagnose.ts";
import type { Evidence } from "../../src/evidence/evidence.ts";
import { type DriftRow, driftOf } from "../../src/firewall/drift.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { loadGuide } from "../../src/guide/load.ts";
import { answerFor, serveAt } from "../../src/lab/faults/_name.ts";
import { worldOf } from "../../src/lab/world-of.ts";
import { memoryMachine } from "../../src/machine/memory.ts";
import type { World } from "../../src/machine/world.ts";
import { folder, gather, guide, put } from "../cli/_evidence.ts";
import { run } from "../house/_run.ts";

const wide = loadGuide(join(import.meta.dirname, "../guide/wide-guide"), { cache: false });

function drift(of: Guide, ...all: Evidence[]): DriftRow[] {
  const seen = all.map((evidence, at) => ({
    file: `${at}.json`,
    evidence,
    endpoints: judge(of, evidence).diagnosis.endpoints,
  }));
  return driftOf(of, seen);
}

/** `address advice` of every line of these rows that is not simply kept. */
function told(rows: readonly DriftRow[], host: string, port = "443"): string[] {
  return rows
    .filter((row) => row.host === host && row.port === port)
    .flatMap(({ addresses }) => addresses.map(({ address, advice }) => `${address} ${advice}`));
}

const changed = (rows: readonly DriftRow[], host: string, port = "443") =>
  told(rows, host, port).filter((line) => !line.endsWith(" keep"));

async function seenIn(change: (world: World) => void): Promise<Evidence> {
  const world = structuredClone(worldOf(wide));
  change(world);
  return (await diagnose(memoryMachine(world, { seed: 1 }), wide)).evidence;
}

test("nothing has changed where nothing has", async () => {
  const rows = drift(guide, await gather([]));
  assert.equal(rows.flatMap(({ addresses }) => addresses).length, 32);
  assert.ok(rows.every(({ addresses }) => addresses.every(({ advice }) => advice === "keep")));
});

test("a firewall that blocks a documented address is asked, also where the name names another", async () => {
  const faults = ["ip.rotation:bwt.nprotect2.net", "tcp.drop:52.79.60.175"];
  const rows = drift(guide, await gather(faults));
  assert.deepEqual(changed(rows, "bwt.nprotect2.net"), ["52.79.60.175 request"]);
});

test("one PC that is held up is enough to ask", async () => {
  const rows = drift(guide, await gather([]), await gather(["tcp.drop:pg.bankpay.or.kr"]));
  assert.deepEqual(changed(rows, "pg.bankpay.or.kr"), ["203.175.190.200 request"]);
});

test("what no opening can cure is a question for the provider", async () => {
  const dead = drift(guide, await gather(["ip.dead-host:61.111.25.11"]));
  assert.deepEqual(changed(dead, "supdate.nprotect.net"), ["61.111.25.11 check"]);
  const closed = drift(guide, await gather(["tcp.closed:203.175.190.213:7443"]));
  assert.deepEqual(changed(closed, "mobile.bankpay.or.kr", "7443"), ["203.175.190.213 check"]);
});

test("a proved new address is requested, and the old ones go once nothing answers there", async () => {
  const moved = drift(guide, await gather(["ip.drift:pg.bankpay.or.kr"]));
  const [old, fresh, ...rest] = told(moved, "pg.bankpay.or.kr");
  assert.deepEqual([old, fresh?.split(" ")[1], rest], ["203.175.190.200 keep", "request", []]);
  const gone = await gather(["ip.drift:pg.bankpay.or.kr", "tcp.drop:203.175.190.200"]);
  assert.equal(told(drift(guide, gone), "pg.bankpay.or.kr")[0], "203.175.190.200 remove");
});

test("a forged answer gets no real address closed, and is never opened", async () => {
  const forged = await gather(["dns.hijack:pg.bankpay.or.kr", "tcp.drop:203.175.190.200"]);
  for (const port of ["80", "443", "5310"]) {
    assert.deepEqual(
      changed(drift(guide, forged), "pg.bankpay.or.kr", port).map((line) => line.split(" ")[1]),
      ["check", "refuse"],
      port,
    );
  }
});

test("a block is one line, and what lies in it is documented", async () => {
  const evidence = await seenIn((world) => {
    serveAt(world, wide, "login.bank.example", "203.0.113.140");
    answerFor(world, "login.bank.example", { kind: "addresses", addresses: ["203.0.113.140"] });
  });
  const [row] = drift(wide, evidence).filter(({ host }) => host === "login.bank.example");
  assert.deepEqual(
    row!.addresses.map(({ address, documented, resolved }) => [address, documented, resolved.yes]),
    [
      ["192.0.2.20", true, 0],
      ["203.0.113.128/26", true, 1],
    ],
  );
});

test("what one PC cannot test is listed and not judged: patterns, ranges, UDP, inbound", async () => {
  const rows = drift(wide, await seenIn(() => {}));
  const untold = rows
    .filter(({ addresses }) => addresses.some(({ advice }) => advice === "untold"))
    .map(({ host, port, transport, direction }) => `${direction} ${host} ${port}/${transport}`);
  for (const line of [
    "outbound *.bank.example 443/tcp",
    "outbound media.calls.example 8000-8010/tcp",
    "outbound media.calls.example 8000/udp",
    "inbound batch.bank.example 22/tcp",
  ]) {
    assert.ok(untold.includes(line), `${line} in ${untold.join("; ")}`);
  }
  assert.deepEqual(told(rows, "*.bank.example"), [" untold"]);
});

test("a host that the guide knows by name is documented wherever it is", async () => {
  const rows = drift(wide, await seenIn(() => {}));
  const [row] = rows.filter(({ host }) => host === "api.partner.example");
  assert.deepEqual(
    row!.addresses.map(({ address, documented }) => [address, documented]),
    [["", true]],
  );
});

test("jochi firewall drift ends with 1 where somebody has to act", async () => {
  const where = folder();
  const fine = put(where, "fine.json", await gather([]));
  const moved = put(where, "moved.json", await gather(["ip.drift:pg.bankpay.or.kr"]));
  assert.equal((await run(["firewall", "drift", fine])).code, 0);
  const { code, out } = await run(["firewall", "drift", fine, moved, "--lang", "en"]);
  assert.equal(code, 1);
  assert.match(out, /^pg\.bankpay\.or\.kr +443 +\S+ +no +1\/2 +1\/1 +request$/m);
});
