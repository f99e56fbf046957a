import { it, type TestContext, type TestOptions } from "node:test";

type Play = (t: TestContext) => Promise<void>;

/**
 * What is played on Wine, once more where it failed: Wine loses an answer of its own programs now
 * and then, some one in a thousand. A fault of ours fails twice; a first failure is told.
 */
export async function onceMore(t: TestContext, play: () => Promise<void>): Promise<void> {
  try {
    await play();
  } catch (error) {
    t.diagnostic(`played once more: ${error instanceof Error ? error.message : String(error)}`);
    await play();
  }
}

/** A test that is played on Wine. */
export function wineIt(name: string, play: Play, options: TestOptions = {}): void {
  it(name, options, (t) => onceMore(t, () => play(t)));
}
