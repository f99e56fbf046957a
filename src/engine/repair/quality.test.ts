import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Costs, cases, costsOf, spreadOf } from "./stage/compare.ts";

// 360 of the cases of `npm run bench:repair`, with their seeds.
const all = [...cases(1)].map((one) => ({ one, costs: costsOf(one) }));
const ratios = (way: keyof Costs) => all.map(({ costs }) => costs[way] / costs.optimum);
const mean = (way: keyof Costs) => spreadOf(ratios(way)).mean;

describe("the plan beside the exact optimum", () => {
  it("costs at most 1.05 times as much, by search alone too", () => {
    assert.ok(mean("planner") <= 1.05, `${mean("planner")}`);
    assert.ok(mean("search alone") <= 1.05, `${mean("search alone")}`);
  });

  it("costs at most 1.15 times as much where every prior is wrong by a factor of two", () => {
    const wrong = mean("planner, priors wrong ×2");
    assert.ok(wrong <= 1.15, `${wrong}`);
    assert.ok(wrong > 1.005, "wrong priors should be felt at all");
  });

  it("costs at most 0.6 of what the printed order does", () => {
    const share = mean("planner") / mean("document order");
    assert.ok(share <= 0.6, `${share}`);
  });

  it("is never below it, and simpler rules are not either", () => {
    for (const { one, costs } of all) {
      for (const [way, cost] of Object.entries(costs)) {
        if (way === "late ones any time") continue;
        assert.ok(cost >= costs.optimum * (1 - 1e-6), `${way}, seed ${one.seed} (${one.kind})`);
      }
    }
  });

  it("pays little for keeping restarts late", () => {
    const free = mean("late ones any time");
    assert.ok(free < 1 && free > 0.95, `${free}`);
  });

  it("is better than every simpler rule on average", () => {
    for (const way of ["cheapest first", "likeliest first", "simple p/c", "p/c updated"] as const) {
      assert.ok(mean("planner") < mean(way), way);
    }
  });
});
