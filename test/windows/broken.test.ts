import { after, before, describe, it } from "node:test";
import { skip } from "../lab/_lab.ts";
import { cases } from "./broken/cases.ts";
import { guideFolder } from "./broken/guide.ts";
import { type Bench, onLinux, openBench } from "./broken/on-linux.ts";
import { play } from "./broken/play.ts";

describe("a broken PC is told, put right and given back as it was", { skip }, () => {
  const guide = guideFolder();
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(async () => {
    await bench?.lab.close();
    guide.remove();
  });

  for (const broken of cases) {
    it(broken.name, async () => {
      const pc = await onLinux(bench, broken);
      try {
        await play(pc, broken, guide.path);
      } finally {
        await pc.close();
      }
    });
  }
});
