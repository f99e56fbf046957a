import type { TestContext } from "node:test";

/**
 * What is played on Wine, once more where it failed, on a PC made anew: Wine loses an answer of its
 * own tools now and then. A fault of ours fails twice; a first failure is told.
 */
export async function onceMore(t: TestContext, play: () => Promise<void>): Promise<void> {
  try {
    await play();
  } catch (error) {
    t.diagnostic(`played once more: ${error instanceof Error ? error.message : String(error)}`);
    await play();
  }
}
