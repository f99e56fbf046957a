import { loadGuide } from "../../guide/load.ts";
import type { Happening, Model } from "../model.ts";
import { firstModel, reduce } from "../state.ts";
import { type Sketch, sketched, stateOf } from "./diagnosis.ts";

/** For tests: what happens on the page until one thing has been found, and what it then shows. */
export const guide = loadGuide("bankpay-transfer@2018.11");
export const who = stateOf(guide);
export const ready = { type: "ready", who, guide } satisfies Happening;

export const broken: Sketch = {
  findings: [{ cause: "site.not-trusted", owner: "user", remedies: ["trusted-sites"] }],
  plan: [{ remedy: "trusted-sites", owner: "user", minutes: 3, automatic: true }],
};
export const found = (sketch: Sketch = broken): Happening => ({
  type: "found",
  judged: sketched(guide, sketch),
});

/** What the page knows after all of this. */
export const after = (...events: Happening[]) => events.reduce(reduce, firstModel("ko"));

export const courseOf = (model: Model) => model.course.map(({ id, state }) => `${id} ${state}`);
