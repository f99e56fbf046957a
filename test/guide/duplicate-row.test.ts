import assert from "node:assert/strict";
import { test } from "node:test";
import type { Guide } from "../../src/guide/guide.ts";
import { duplicateRow } from "../../src/guide/lint/duplicate-row.ts";
import { seededRandom } from "../../src/machine/memory/random.ts";

type Endpoint = Guide["endpoints"][number];
type Ports = Endpoint["ports"][number];

function endpoint(host: string, addresses: string[], ports: Ports[]): Endpoint {
  const purpose = { ko: "시험" };
  const fact = { required: true, source: "s", verifiedOn: "2026-11-01" };
  return { id: "e", group: "g", host, addresses, ports, purpose, ...fact };
}

function told(endpoints: Endpoint[]): string[] {
  const guide = { endpoints } as unknown as Guide;
  return [...duplicateRow.check({ guide, today: "2026-11-26" })].map(
    ({ path, message, with: gaps }) => `${path.join(".")} ${message} ${gaps?.port ?? ""}`,
  );
}

/** What the rule means, each port against each. */
function slowly(endpoints: Endpoint[]): string[] {
  const common = (one: Ports, other: Ports): string[] => {
    const first = Math.max(one.port, other.port);
    const last = Math.min(one.to ?? one.port, other.to ?? other.port);
    if (first > last || (one.protocol === "udp") !== (other.protocol === "udp")) return [];
    return [first === last ? `${first}` : `${first}-${last}`];
  };
  const all = (before: readonly Ports[], each: Ports) => before.flatMap((one) => common(one, each));
  return endpoints.flatMap(({ host, addresses, ports }, i) => {
    const at = `endpoints.${i}`;
    const others = (address: string | undefined) =>
      endpoints.slice(0, i).flatMap((other) => {
        const isSame =
          address === undefined ? other.addresses.length === 0 : other.addresses.includes(address);
        return isSame && other.host === host ? other.ports : [];
      });
    const twice = (address: string | undefined) =>
      new Set(ports.flatMap((each) => all(others(address), each)));
    return [
      ...ports.flatMap((each, j) =>
        [...new Set(all(ports.slice(0, j), each))].map((port) => `${at}.ports.${j} port ${port}`),
      ),
      ...addresses.flatMap((address, j) =>
        addresses.indexOf(address) < j
          ? [`${at}.addresses.${j} address `]
          : [...twice(address)].map((port) => `${at}.addresses.${j} host ${port}`),
      ),
      ...(addresses.length === 0
        ? [...twice(undefined)].map((port) => `${at}.host name ${port}`)
        : []),
    ];
  });
}

test("every port and address that stands twice is told, however they lie over one another", () => {
  const random = seededRandom(11);
  const upTo = (most: number) => Math.floor(random() * (most + 1));
  let found = 0;
  for (let run = 0; run < 400; run += 1) {
    const endpoints = Array.from({ length: 1 + upTo(5) }, () =>
      endpoint(
        `h${upTo(1)}.example.kr`,
        Array.from({ length: upTo(4) }, () => `10.0.0.${upTo(5)}`),
        Array.from({ length: 1 + upTo(2) }, (): Ports => {
          const port = 1 + upTo(11);
          const to = port + upTo(3);
          return { port, ...(to > port && { to }), protocol: random() < 0.3 ? "udp" : "tcp" };
        }),
      ),
    );
    const expected = slowly(endpoints).toSorted();
    found += expected.length;
    assert.deepEqual(told(endpoints).toSorted(), expected, JSON.stringify(endpoints));
  }
  assert.ok(found > 1_000, `${found} were told`);
});

test("a table that says one thing tens of thousands of times is told each once", () => {
  const web: Ports = { port: 443, protocol: "https" };
  const same = endpoint("h.example.kr", ["10.0.0.1"], Array<Ports>(20_000).fill(web));
  assert.equal(told([same]).length, 19_999);
  const rows = Array.from({ length: 8_000 }, () => endpoint("h.example.kr", ["10.0.0.1"], [web]));
  assert.equal(told(rows).length, 7_999);
  const many = Array.from({ length: 5_000 }, (_, at): Ports => ({ port: 1 + at, protocol: "tcp" }));
  const hosts = Array.from({ length: 100 }, (_, at) => `10.0.0.${at}`);
  const twice = told([endpoint("h.kr", hosts, many), endpoint("h.kr", hosts, many)]);
  assert.equal(twice.length, 100 * 20);
});
