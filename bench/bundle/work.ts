// One measured piece of work, in a process of its own so that its memory is its own: prints one line of JSON.
import { statSync } from "node:fs";
import { openContainer } from "../../src/bundle/container/read.ts";
import { measureFile, writeContainer } from "../../src/bundle/container/write.ts";
import { joinParts } from "../../src/bundle/media/join.ts";
import { parseSize } from "../../src/bundle/media/size.ts";
import { splitFile } from "../../src/bundle/media/split.ts";

const [what = "", ...args] = process.argv.slice(2);
const works: Record<string, () => Promise<unknown>> = {
  async create() {
    const [to = "", from = ""] = args;
    const measured = await measureFile(from);
    return writeContainer(to, [
      { name: "plan.json", bytes: Buffer.from("{}") },
      { name: "installers/large.bin", path: from, ...measured },
    ]);
  },
  async hash() {
    const container = await openContainer(args[0]!);
    for (const name of container.entries.keys()) await container.sha256(name);
    return container.close();
  },
  async split() {
    const [from = "", to = "", size = "cd", share = "0.03"] = args;
    return splitFile(from, { to, partBytes: parseSize(size)!, share: Number(share) });
  },
  async join() {
    const [folder = "", ...parts] = args;
    const made = await joinParts(parts, { folder });
    if (made.status !== "joined") throw new Error("not joined");
    return { repaired: made.repairedBytes, bytes: statSync(made.output).size };
  },
};

const work = works[what];
if (!work) throw new Error(what);
const before = process.hrtime.bigint();
await work();
const seconds = Number(process.hrtime.bigint() - before) / 1e9;
const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
const told = { seconds, cpu: (userCPUTime + systemCPUTime) / 1e6, peakMb: maxRSS / 1024 };
process.stdout.write(`${JSON.stringify(told)}\n`);
