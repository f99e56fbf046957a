import assert from "node:assert/strict";
import { test } from "node:test";
import { diagnose } from "../doctor/diagnose.ts";
import { loadGuide } from "../guide/load.ts";
import { aim, applyFaults } from "../lab/faults/apply.ts";
import { faults } from "../lab/faults/index.ts";
import { worldOf } from "../lab/world-of.ts";
import { memoryMachine } from "../machine/memory.ts";
import { strictWords } from "../text/say.ts";
import { langs } from "../text/words.ts";
import { reportHtml } from "./html.ts";
import { reportJson } from "./json.ts";
import { reportText } from "./text.ts";

strictWords();
const guide = loadGuide("bankpay-transfer@2018.11");
const healthy = worldOf(guide);

async function judged(...names: string[]) {
  const world = applyFaults(
    healthy,
    guide,
    names.map((name) => aim(name, healthy, guide)),
  );
  return (await diagnose(memoryMachine(world, { seed: 1 }), guide)).diagnosis;
}

test("what a policy decides is told to whoever keeps the policy", async () => {
  const told = async (name: string) => reportText(await judged(name), guide, "en");
  const list = await told("site.policy-list:bankpay");
  assert.match(list, /Not on the policy's list of sites/);
  assert.doesNotMatch(list, /Add all addresses of the guide to the trusted sites/);
  assert.match(await told("site.not-trusted:bankpay"), /^✗ Not among the trusted sites/);
  assert.match(await told("local-network-access.policy"), /A policy blocks programs on this PC/);
  assert.match(
    await told("local-network-access.refused"),
    /The browser blocks programs on this PC/,
  );
  assert.match(await told("program.service-disabled:nos"), /The program's service is disabled/);
});

test("a cause is called the same where it is told and where a step is for it", async () => {
  const diagnosis = await judged("program.service-disabled:nos", "popup.blocked");
  const text = reportText(diagnosis, guide, "en", { columns: 200 });
  assert.match(
    text,
    /Needed to end one of the causes that were found: The program's service is dis/,
  );
  assert.doesNotMatch(text, /causes that were found: A program is not running/);
});

test("what the certificate has shown of a new address is said, however old the guide", async () => {
  const diagnosis = await judged("ip.drift");
  const findings = diagnosis.findings.map((one) => ({ ...one, certainty: "likely" as const }));
  const text = reportText({ ...diagnosis, findings }, guide, "ko", { columns: 200 });
  assert.match(text, /그 주소의 인증서가 이 이름에 맞으므로/);
  assert.doesNotMatch(text, /인증서를 받지 못해|확인하지 못했습니다/);
});

test("a wrong entry is explained in the guide's own words", async () => {
  for (const { entry, why } of guide.wrong) {
    const diagnosis = await judged(`site.mistyped:${entry}`);
    assert.ok(reportJson(diagnosis, guide, "ko").includes(why.ko), entry);
    assert.ok(reportJson(diagnosis, guide, "en").includes(why.en ?? ""), entry);
  }
});

test("a healthy PC is healthy: what needs no looking at is not said to be unseen", async () => {
  const { diagnosis } = await diagnose(memoryMachine(healthy, { seed: 1 }), guide);
  const unlooked = diagnosis.checks.filter(({ verdict }) => verdict !== "pass");
  assert.deepEqual(unlooked, []);
});

test("whatever is wrong on a PC has its words in every form", async () => {
  const own = faults.filter(
    ({ layer }) => layer === "pc" || layer === "agent" || layer === "proxy",
  );
  for (const fault of own) {
    const [target] = fault.targets(healthy, guide);
    const diagnosis = await judged(`${fault.id}:${target}`);
    for (const lang of langs)
      for (const print of [reportText, reportHtml, reportJson])
        assert.ok(print(diagnosis, guide, lang).length > 0, fault.id);
  }
});
