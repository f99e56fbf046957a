import assert from "node:assert/strict";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import type { WorldPcFacts } from "../world.ts";
import { pcFacts } from "./pc-facts.ts";

const facts: WorldPcFacts = {
  browsers: [{ id: "ie", version: "11.0", default: true }],
  programs: [],
  zoneEntries: [],
  popups: [],
  rootCertificates: [],
  paths: ["C:\\Program Files\\Agent\\agent.exe"],
  unreadable: { programs: "not-permitted" },
};
let folder = "";
before(async () => {
  folder = await mkdtemp(join(tmpdir(), "jochi-facts-"));
});
after(() => rm(folder, { recursive: true }));

async function fileWith(name: string, content: unknown): Promise<NodeJS.ProcessEnv> {
  const path = join(folder, name);
  await writeFile(path, JSON.stringify(content));
  return { JOCHI_LAB_PC_FACTS: path };
}

test("Linux has no such facts", async () => {
  assert.deepEqual(await pcFacts({}).browsers(), { state: "not-applicable" });
  assert.deepEqual(await pcFacts({}).exists("C:\\x"), { state: "not-applicable" });
});

test("the lab's file answers, and fails where it says so", async () => {
  const pc = pcFacts(await fileWith("good.json", facts));
  assert.deepEqual(await pc.browsers(), { state: "found", value: facts.browsers });
  assert.deepEqual(await pc.programs(), { state: "unreadable", failure: "not-permitted" });
  const agent = await pc.exists("%ProgramFiles%\\agent\\AGENT.exe");
  assert.deepEqual(agent, { state: "found", value: true });
});

test("a wrong file is the lab's mistake and says so", async () => {
  await assert.rejects(pcFacts({ JOCHI_LAB_PC_FACTS: join(folder, "none.json") }).popups());
  const wrong = await fileWith("wrong.json", { ...facts, browsers: "lynx" });
  await assert.rejects(pcFacts(wrong).browsers());
});
