import { parseArgs } from "node:util";
import { factsOf } from "../../embed/facts-of.ts";
import { diagnose } from "../../engine/diagnose.ts";
import { flowsOf } from "../../firewall/flow.ts";
import { type OpenGuide, openGuide } from "../../guide/lint.ts";
import { listGuides } from "../../guide/load.ts";
import type { Readers } from "../../lab/self-test/readers.ts";
import { isGood, type SelfTestOptions, selfTest } from "../../lab/self-test/self-test.ts";
import { say } from "../../text/say.ts";
import type { Io } from "../command.ts";
import { usage, words } from "../guide-text.ts";
import { Refusal } from "../refusal.ts";
import { type Tested, testJson, testText } from "./test-output.ts";

/** Everything that reads a guide and that the lab does not know. */
export const readers: Readers = {
  judge: (guide, evidence) => diagnose(guide, evidence).diagnosis,
  openings(guide) {
    const programs = new Map(guide.groups.map(({ id, program }) => [id, program]));
    return flowsOf(guide).map(({ host, address, group, ports, protocol, direction, required }) => {
      const [first = 0, last = first] = ports;
      const program = programs.get(group) ?? "";
      return { host, address, group, program, ports: [first, last], protocol, direction, required };
    });
  },
  signs: (guide) => factsOf(guide, { lang: "ko" }).symptoms,
};

/** So many changed facts go by between two lines on standard error. */
const toldEvery = 50;

/**
 * `jochi guide test`: 0 every cause is found and ended and wrong facts are noticed, 1 something of it
 * is not so, 2 the guide or the call is bad.
 */
export async function testGuide(argv: string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      json: { type: "boolean" },
      mutations: { type: "string" },
      help: { type: "boolean", short: "h" },
    },
  });
  if (values.help) {
    io.out(`${usage[io.lang]}\n`);
    return 0;
  }
  if (positionals.length > 1) throw new Refusal(words.oneName[io.lang]);
  const mutations = mutationsOf(values.mutations ?? "all", io);
  const names = positionals.length > 0 ? positionals : listGuides().map(({ folder }) => folder);
  const guides = names.map((name) => openGuide(name));
  const tested: Tested[] = [];
  for (const open of guides) {
    const result = await testOne(open, mutations, io);
    if (result === undefined) return 2;
    tested.push(result);
    if (!values.json) io.out(`${tested.length > 1 ? "\n" : ""}${testText(result, io.lang)}`);
  }
  if (values.json) io.out(testJson(tested));
  return tested.every(({ result }) => isGood(result)) ? 0 : 1;
}

/** Undefined where it was stopped. */
async function testOne(
  open: OpenGuide,
  mutations: SelfTestOptions["mutations"],
  { err, lang, signal }: Io,
): Promise<Tested | undefined> {
  const onProgress = (done: number, of: number) => {
    if (done % toldEvery === 0 && done < of)
      err(`${say(lang, "guide-test.progress", { done, of })}\n`);
  };
  try {
    return { open, result: await selfTest(open.guide, readers, { mutations, signal, onProgress }) };
  } catch (error) {
    if (signal.aborted) return undefined;
    throw error;
  }
}

function mutationsOf(value: string, { lang }: Io): SelfTestOptions["mutations"] {
  if (value === "all" || value === "none") return value;
  const count = /^\d{1,6}$/.test(value) ? Number(value) : 0;
  if (count >= 1) return count;
  throw new Refusal(say(lang, "guide-test.bad-mutations", { value }));
}
