import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { type Bench, openBench, skip } from "./_lab.ts";
import type { Question } from "./_observer.ts";
import { address, host } from "./_world.ts";

describe("a bad line", { skip }, () => {
  let bench: Bench;
  before(async () => {
    bench = await openBench();
  });
  after(() => bench?.lab.close());

  const tcp = { ask: "tcp", address, port: 80, limitMs: 5_000 } as const;

  /** On a busy machine one answer may be late, not each of several. */
  async function quickest(question: Question): Promise<number> {
    let ms = Number.POSITIVE_INFINITY;
    for (let tries = 0; tries < 5; tries += 1) ms = Math.min(ms, (await bench.ask(question)).ms);
    return ms;
  }

  it("delay and jitter are those of the world, large transfers included", async () => {
    await bench.set((world) => {
      world.link = { delayMs: 80, jitterMs: 10, loss: 0 };
    });
    const times: number[] = [];
    for (let at = 0; at < 9; at += 1) times.push((await bench.ask(tcp)).ms);
    const shortest = Math.min(...times);
    assert.ok(shortest >= 80 && shortest < 110, times.join(" "));
    assert.ok(Math.max(...times) - shortest > 0.5, "no jitter");
    const tls = { ask: "tls", address, port: 443, servername: host, limitMs: 3_000 } as const;
    assert.equal((await bench.ask(tls)).code, "ok");
    const office = await quickest({ ask: "dns", server: "10.10.2.53", name: host });
    assert.ok(office < 80, `the office is far away: ${office} ms`);
  });

  it("without delay the relay is gone again", async () => {
    await bench.set(() => {});
    assert.ok((await quickest(tcp)) < 80);
    await bench.set((world) => {
      world.link.delayMs = 30;
    });
    assert.ok((await bench.ask(tcp)).ms >= 30);
  });

  /** A wire that was laid anew may be down for a moment; then everything is lost, not a tenth. */
  async function untilAnswered(): Promise<void> {
    for (let tries = 0; tries < 10; tries += 1) {
      const { counts } = await bench.ask({
        ask: "ports",
        address,
        first: 80,
        count: 3,
        step: 0,
        limitMs: 500,
      });
      if ((counts?.timeout ?? 0) < 3) return;
    }
    assert.fail("the wire never came up");
  }

  it("a tenth of the packets is lost: first requests that get no answer for a second", async () => {
    await bench.set((world) => {
      world.link.loss = 0.1;
    });
    await untilAnswered();
    const many = { ask: "ports", address, first: 80, count: 300, step: 0, limitMs: 900 } as const;
    const lost = (await bench.ask(many)).counts?.timeout ?? 0;
    // 1 − 0.9² = 19 % of the handshakes lose a packet; five standard deviations around that.
    assert.ok(lost > 22 && lost < 92, `${lost} of 300`);
  });
});
