import { after, before, describe, it } from "node:test";
import { type Lab, startLab } from "../../src/lab/real/lab.ts";
import { healthy } from "../cli/_evidence.ts";
import { skip as noLab } from "../lab/_lab.ts";
import { cases } from "./broken/cases.ts";
import { guideFolder } from "./broken/guide.ts";
import { onWine } from "./broken/on-wine.ts";
import { play } from "./broken/play.ts";
import { onceMore } from "./stage/again.ts";
import { skip as noWine } from "./stage/wine-pc.ts";

/** One case takes a quarter of a minute: all of them only on request. */
const all = process.env.JOCHI_WINE_ALL === "1";
const only = process.env.JOCHI_WINE_ONLY;

describe("the very program, on a broken PC under Wine", { skip: noWine || noLab }, () => {
  const guide = guideFolder();
  let lab: Lab;
  before(async () => {
    lab = await startLab(healthy);
  });
  after(async () => {
    await lab?.close();
    guide.remove();
  });

  for (const broken of cases) {
    if (only !== undefined && !new RegExp(only).test(broken.name)) continue;
    const skip = broken.notUnderWine ?? (all || only || broken.always ? false : "JOCHI_WINE_ALL=1");
    it(broken.name, { skip, timeout: 300_000 }, (t) =>
      onceMore(t, async () => {
        const pc = await onWine(lab, broken);
        try {
          await play(pc, broken, guide.path);
        } finally {
          await pc.close();
        }
      }),
    );
  }
});
