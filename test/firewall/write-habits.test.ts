import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { flowsOf } from "../../src/firewall/flow.ts";
import { openingsOf } from "../../src/firewall/merge.ts";
import type { OpeningRequest } from "../../src/firewall/opening.ts";
import { writers } from "../../src/firewall/write/index.ts";
import type { Written } from "../../src/firewall/write/writer.ts";
import { addresses, endpoint, largeRequest, requests } from "./_requests.ts";

const filesOf = ({ add, remove }: Written) => [...add, ...remove];

/** The data models of RFC 8519 and 8520 have hardly a place for words. */
const wordless = ["rfc8519", "mud"];
/** These write down where connections lead, whoever makes them. */
const sourceless = ["edl", "squid", "pac"];

const refused = new Set([
  "firewall.person.name",
  "firewall.person.wildcard",
  "firewall.person.inbound",
  "firewall.person.udp",
  "firewall.person.family",
  "firewall.person.limit",
]);

/** One endpoint's openings, from these networks. */
function requestFor(host: string, own: string[], from = "10.20.0.0/16"): OpeningRequest {
  const guide = { id: "one", edition: "2026" };
  const flows = flowsOf({ endpoints: [endpoint("row", host, own)] });
  const openings = openingsOf(flows, addresses(from), guide);
  return { guide, openings, input: undefined, output: undefined };
}

describe("every writer of rules", () => {
  const large = largeRequest(10_000);

  it("is known by its own id", () => {
    for (const [id, writer] of Object.entries(writers)) assert.equal(writer.id, id);
  });

  for (const [id, writer] of Object.entries(writers)) {
    it(`${id}: plain ASCII files that end with a newline and say what they are of`, () => {
      for (const request of Object.values(requests())) {
        const written = writer.write(request);
        const files = filesOf(written);
        assert.equal(
          new Set(files.map(({ name }) => name)).size + removedNames(written),
          files.length,
        );
        for (const { name, text } of files) {
          assert.match(name, /^[a-z0-9][a-z0-9.-]*$/);
          assert.match(text, /^[\t\r\n -~]*\n$/, name);
          assert.doesNotMatch(text, /comment(s)?[ =]""|description[ =]""|^\s*(#|!|rem|\/\/)\s*$/m);
        }
        if (wordless.includes(id)) continue;
        const all = written.add.map(({ text }) => text).join("");
        assert.ok(all.includes(request.guide.id) && all.includes(request.guide.edition));
      }
    });

    it(`${id}: the same request gives the same bytes, and every opening has its place`, () => {
      const [first, second] = [requests().mixed, requests().mixed];
      const written = writer.write(first);
      assert.deepEqual(written, writer.write(second));
      const all = written.add.map(({ name, text }) => name + text).join("");
      for (const opening of first.openings) {
        const left = written.needsPerson.find((one) => one.opening.name === opening.name);
        if (left) assert.ok(refused.has(left.key), left.key);
        else if (!wordless.includes(id))
          for (const row of opening.endpoints) assert.ok(all.includes(row), `${id}: ${row}`);
      }
    });

    it(`${id}: an address that is no address and a name that is none go to a person`, () => {
      for (const host of [
        'a"; reboot #.kr',
        "host.example.kr\nreboot",
        "결제.kr",
        "a$(reboot).kr",
      ]) {
        const request = requestFor(host, []);
        const written = writer.write(request);
        assert.equal(written.needsPerson.length, 1);
        assert.ok(filesOf(written).every(({ text }) => !text.includes("reboot")));
      }
    });

    it(`${id}: an opening whose sides share no family goes to a person`, () => {
      const written = writer.write(requestFor("host.example.kr", ["2001:db8::1"]));
      if (!sourceless.includes(id))
        assert.equal(written.needsPerson[0]?.key, "firewall.person.family");
    });

    it(`${id}: ten thousand flows, none lost without a word`, () => {
      const written = writer.write(large);
      const text = written.add.map((file) => file.text).join("");
      const last = text.includes("198.18.39.15") || text.includes("host-9999.example.kr");
      assert.ok(last || written.needsPerson.length > 0);
    });
  }
});

/** A list that is taken away keeps its name and loses its lines. */
function removedNames({ add, remove }: Written): number {
  return remove.filter(({ name }) => add.some((file) => file.name === name)).length;
}
