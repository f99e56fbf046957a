import type { Guide } from "../../guide/guide.ts";
import type { World } from "../../machine/world.ts";
import type { Expected } from "../expected.ts";

/** One PC in one network, made of the guide as it stands, and what has to be found there. */
export interface Case {
  /** `fault:target`, or the name of a kind of world. */
  id: string;
  /** The fault's words, where it is one. */
  title?: Required<Guide["title"]>;
  world: World;
  expected: Expected;
  /** The same place once somebody has put it right. */
  mended: World;
  /** Wall clock of the PC, where the usual day would not show it. */
  startAt?: number;
  /** What was left over of a program has to be named. */
  leftover?: true;
}

export const nothingFound: Expected = { rows: {}, findings: [] };
