// One piece of work on files, as a process that can be killed: make a bundle's file, split it, or join it.

import { writeContainer } from "../../src/bundle/container/write.ts";
import { joinParts } from "../../src/bundle/media/join.ts";
import { splitFile } from "../../src/bundle/media/split.ts";

const [what = "", to = "", ...from] = process.argv.slice(2);

if (what === "create") {
  const bytes = Buffer.alloc(300_000, "content ");
  await writeContainer(to, [
    { name: "plan.json", bytes: Buffer.from("{}") },
    { name: "installers/a.exe", bytes },
  ]);
} else if (what === "split") {
  await splitFile(from[0]!, { to, partBytes: 100_000, share: 0.03 });
} else if (what === "join") await joinParts(from, { folder: to });
else throw new Error(what);
