import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import type { Connection } from "../machine.ts";
import { memoryMachine } from "../memory.ts";
import type { World } from "../world.ts";
import { far, sampleWorld, serviceAt } from "./samples.ts";

async function open(port: number, change: (world: World) => void = () => {}): Promise<Connection> {
  const machine = memoryMachine(sampleWorld(change));
  const outcome = await machine.connect(far, port, { timeoutMs: 2_000 });
  assert.ok(outcome.ok);
  return outcome.connection;
}

const limits = { timeoutMs: 1_000, maxBytes: 65_536, enough: (b: Uint8Array) => b.length > 0 };
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString("hex");

/** A ClientHello of TLS 1.2 with the given suites and name, RFC 5246 §7.4.1.2. */
function hello(suites: number[], name = "pay.example"): Uint8Array {
  const u16 = (value: number) => [value >> 8, value & 0xff];
  const list = (bytes: number[]) => [...u16(bytes.length), ...bytes];
  const sni = list([0, ...list([...Buffer.from(name)])]);
  const extensions = name === "" ? [] : [...u16(0), ...list(sni)];
  const random = Array.from({ length: 32 }, () => 7);
  const suitesBytes = list(suites.flatMap(u16));
  const body = [3, 3, ...random, 0, ...suitesBytes, 1, 0, ...list(extensions)];
  return Uint8Array.from([0x16, 3, 1, ...list([1, 0, ...list(body)])]);
}

/** Types of the handshake messages in one record. */
function messages(bytes: Uint8Array): number[] {
  const types: number[] = [];
  for (let at = 5; at + 4 <= bytes.length; at += 4 + ((bytes[at + 2]! << 8) | bytes[at + 3]!)) {
    types.push(bytes[at]!);
  }
  return types;
}

test("a hello without a common suite is answered by seven bytes of alert", async () => {
  const answer = await (await open(443)).exchange(hello([0x5a5b]), limits);
  assert.equal(answer.ok && hex(answer.bytes), "15030300020228");
});

test("a common suite brings the flight, with a request where a certificate is wanted", async () => {
  const plain = await (await open(443)).exchange(hello([0x5a5b, 0xc02f]), limits);
  assert.deepEqual(plain.ok && messages(plain.bytes), [2, 11, 14]);
  const asking = await open(443, (world) => {
    serviceAt(world, 443).tls = "client-certificate-1.2";
  });
  const asked = await asking.exchange(hello([0xc02f]), limits);
  assert.deepEqual(asked.ok && messages(asked.bytes), [2, 11, 13, 14]);
});

test("through a narrow way the alert fits and the flight does not", async () => {
  const narrow = ({ firewall }: World) => void firewall.mtuBlackholes.push(far);
  const small = await (await open(443, narrow)).exchange(hello([0x5a5b]), limits);
  assert.equal(small.ok, true);
  const large = await (await open(443, narrow)).exchange(hello([0xc02f]), limits);
  assert.deepEqual(large.ok || large.failure, "timeout");
  const whole = await (await open(443, narrow)).tls({ servername: "pay.example", timeoutMs: 900 });
  assert.deepEqual(whole.ok || [whole.failure, whole.ms], ["timeout", 900]);
});

test("a name filter reads the hello of a raw exchange, too", async () => {
  const filter = ({ firewall }: World) =>
    void firewall.sni.push({ name: "pay.example", action: "reset" });
  const stopped = await (await open(443, filter)).exchange(hello([0xc02f]), limits);
  assert.deepEqual(stopped.ok || stopped.failure, "reset");
  const other = await (await open(443, filter)).exchange(hello([0xc02f], "b.example"), limits);
  assert.equal(other.ok, true);
});

const rootDse = Buffer.from(
  "3025020101632004000a01000a0100020100020100010100870b6f626a656374436c6173733000",
  "hex",
);

test("a directory answers a search for the rootDSE, and nothing that is not LDAP", async () => {
  const answer = await (await open(389)).exchange(rootDse, limits);
  assert.match((answer.ok && hex(answer.bytes)) || "", /^30..02010164.*020101650703?/);
  const nonsense = await (await open(389)).exchange(Buffer.from("GET / HTTP/1.0\r\n\r\n"), limits);
  assert.deepEqual(nonsense.ok || nonsense.failure, "closed");
  const garbage = await open(389, (world) => {
    serviceAt(world, 389).behaviour = "garbage";
  });
  const banner = await garbage.exchange(rootDse, limits);
  assert.match((banner.ok && Buffer.from(banner.bytes).toString()) || "", /^SSH-2\.0-/);
});

test("a port that says nothing, and bytes that are not enough, last to the limit", async () => {
  const silent = await (await open(5310)).exchange(Buffer.from("x"), limits);
  assert.deepEqual(silent.ok || [silent.failure, silent.ms], ["timeout", 1_000]);
  const waiting = { ...limits, enough: () => false };
  const partial = await (await open(389)).exchange(rootDse, waiting);
  assert.ok(partial.ok && Math.abs(partial.ms - 1_000) < 0.001);
});

test("no bytes make the machine throw", async () => {
  const connections = await Promise.all([80, 443, 389, 5310].map((port) => open(port)));
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.uint8Array({ maxLength: 120 }),
        fc.tuple(fc.nat(200), fc.nat(120)).map(([at, value]) => {
          const bytes = hello([0xc02f]);
          bytes[at % bytes.length] = value;
          return bytes.subarray(0, Math.max(1, bytes.length - (value % 7) * 9));
        }),
      ),
      async (bytes) => {
        for (const connection of connections) await connection.exchange(bytes, limits);
      },
    ),
  );
});

test("closing ends what is under way, and may be done twice", async () => {
  const connection = await open(5310);
  const pending = connection.exchange(Buffer.from("x"), { ...limits, timeoutMs: 60_000 });
  connection.close();
  connection.close();
  const ended = await pending;
  assert.deepEqual(ended.ok || [ended.failure, ended.ms], ["closed", 0]);
});
