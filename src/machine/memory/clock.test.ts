import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { createClock } from "./clock.ts";

const durations = fc.array(fc.integer({ min: 0, max: 5_000 }), { minLength: 1, maxLength: 40 });

test("waits end in order of their time, and of their setting at one time", async () => {
  await fc.assert(
    fc.asyncProperty(durations, async (list) => {
      const clock = createClock();
      const woken: { ms: number; index: number; at: number }[] = [];
      await Promise.all(
        list.map(async (ms, index) => {
          await clock.wait(ms);
          woken.push({ ms, index, at: clock.elapsed() });
        }),
      );
      const sorted = woken.toSorted((a, b) => a.ms - b.ms || a.index - b.index);
      assert.deepEqual(woken, sorted);
      for (const { ms, at } of woken) assert.equal(at, ms);
    }),
  );
});

test("a chain of waits takes the sum of them, beside other chains", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(durations, { minLength: 1, maxLength: 6 }), async (chains) => {
      const clock = createClock();
      const ends = await Promise.all(
        chains.map(async (chain) => {
          for (const ms of chain) await clock.wait(ms);
          return clock.elapsed();
        }),
      );
      assert.deepEqual(
        ends,
        chains.map((chain) => chain.reduce((sum, ms) => sum + ms, 0)),
      );
    }),
  );
});

test("a signal ends a wait at the moment it fires, and only that wait", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 0, max: 900 })), {
        minLength: 1,
        maxLength: 20,
      }),
      async (pairs) => {
        const clock = createClock();
        await Promise.all(
          pairs.map(async ([ms, abortMs]) => {
            const controller = new AbortController();
            clock.after(abortMs, () => controller.abort());
            const whole = await clock.wait(ms, controller.signal);
            // Of one instant the abort was set first, so it comes first.
            assert.equal(whole, ms < abortMs);
            assert.equal(clock.elapsed(), Math.min(ms, abortMs));
          }),
        );
      },
    ),
  );
});

test("the shortest of a race decides, and promise chains come before the next timer", async () => {
  const clock = createClock();
  const deep = async (depth: number): Promise<string> => {
    for (let step = 0; step < depth; step += 1) await Promise.resolve();
    return `deep at ${clock.elapsed()}`;
  };
  const first = await Promise.race([clock.wait(1).then(() => "timer"), deep(5_000)]);
  assert.equal(first, "deep at 0");
  const second = await Promise.race([
    clock.wait(30).then(() => "slow"),
    clock.wait(20).then(() => "fast"),
  ]);
  assert.equal(second, "fast");
});

test("an aborted signal, a cancelled timer and an odd duration do no harm", async () => {
  const clock = createClock();
  assert.equal(await clock.wait(1_000, AbortSignal.abort()), false);
  let rung = false;
  const cancel = clock.after(5, () => {
    rung = true;
  });
  cancel();
  cancel();
  await clock.wait(10);
  assert.equal(rung, false);
  assert.equal(await clock.wait(Number.NaN), true);
  assert.equal(await clock.wait(-5), true);
  assert.equal(clock.elapsed(), 10);
});

test("hours pass in no time", async () => {
  const clock = createClock();
  for (let hour = 0; hour < 24; hour += 1) await clock.wait(3_600_000);
  assert.equal(clock.elapsed(), 86_400_000);
});

test("patience lets outside work come before a long jump, not before a short one", async () => {
  const clock = createClock();
  clock.setPatience(2_000);
  const outside = new Promise<string>((resolve) => setTimeout(() => resolve("outside"), 20));
  const budget = clock.wait(12_000).then(() => "budget");
  assert.equal(await Promise.race([outside, budget]), "outside");
  const short = clock.wait(500).then(() => "short");
  const later = new Promise<string>((resolve) => setTimeout(() => resolve("outside"), 20));
  assert.equal(await Promise.race([later, short]), "short");
  clock.setPatience(0);
  assert.equal(await budget, "budget");
});
