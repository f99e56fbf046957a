import type { Happening, Model } from "./model.ts";
import { reduce } from "./state.ts";

/** The one place where the page's model is kept. */
export interface Store {
  get(): Model;
  tell(event: Happening): void;
  /** Called after the model has changed, once however many events came with it. */
  watch(watcher: () => void): () => void;
}

/** Puts work off for so short a time that nobody sees it. */
export type Later = (work: () => void) => void;

/**
 * @param later when watchers are called: thirty answers of one instant are one picture, not thirty.
 */
export function createStore(first: Model, later: Later): Store {
  let model = first;
  let planned = false;
  const watchers = new Set<() => void>();
  return {
    get: () => model,
    tell(event) {
      const next = reduce(model, event);
      if (next === model) return;
      model = next;
      if (planned) return;
      planned = true;
      later(() => {
        planned = false;
        for (const watcher of watchers) watcher();
      });
    },
    watch(watcher) {
      watchers.add(watcher);
      return () => watchers.delete(watcher);
    },
  };
}
