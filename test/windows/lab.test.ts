import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { aim, applyFaults } from "../../src/lab/faults/apply.ts";
import { type Lab, startLab } from "../../src/lab/real/lab.ts";
import { guide, healthy } from "../cli/_evidence.ts";
import { skip as noLab } from "../lab/_lab.ts";
import { wineIt } from "./stage/again.ts";
import { runInLab } from "./stage/in-lab.ts";
import { skip as noWine, type WinePc, winePc } from "./stage/wine-pc.ts";

interface Report {
  endpoints: { host: string; port: number; verdict: string }[];
  findings: { cause: string }[];
}

describe("the program for Windows in the simulated closed network", {
  skip: noWine || noLab,
}, () => {
  let lab: Lab;
  let pc: WinePc;
  before(async () => {
    pc = await winePc();
    lab = await startLab(healthy);
  });
  after(async () => {
    await lab?.close();
    pc?.close();
  });

  async function diagnose(): Promise<Report> {
    const ca = `Z:${lab.publicCaFile.replaceAll("/", "\\")}`;
    const { stdout, stderr } = await runInLab(lab, pc, [
      "diagnose",
      "--guide",
      "bankpay-transfer@2018.11",
      "--json",
      "--public-ca",
      ca,
    ]);
    assert.ok(stdout.startsWith("{"), stderr);
    return JSON.parse(stdout) as Report;
  }

  wineIt("finds every documented connection in order", async () => {
    const { endpoints } = await diagnose();
    assert.ok(endpoints.length > 20);
    const wrong = endpoints.filter(({ verdict }) => verdict !== "ok");
    assert.deepEqual(wrong, []);
  });

  wineIt("names the one that is dropped, and no other", async () => {
    await lab.set(applyFaults(healthy, guide, [aim("tcp.drop", healthy, guide)]));
    const { endpoints, findings } = await diagnose();
    const wrong = endpoints.filter(({ verdict }) => verdict !== "ok");
    assert.deepEqual(
      wrong.map(({ verdict }) => verdict),
      ["tcp.drop"],
    );
    assert.ok(findings.some(({ cause }) => cause === "tcp.drop"));
  });
});
