import type { LoopbackState, Page } from "./page.ts";

/** Whether the browser lets this page reach programs on the PC. Looks, and never makes it ask. */
export function askLoopback(page: Page, tell: (state: LoopbackState) => void): void {
  // The name since Chrome and Edge 146, and the one before.
  var names = ["loopback-network", "local-network-access"];
  next();

  function next(): void {
    var wanted = names.shift();
    var permissions = page.navigator.permissions;
    if (!wanted || !permissions || !permissions.query) {
      tell("unknown");
      return;
    }
    try {
      permissions.query({ name: wanted }).then(function (status) {
        tell(status.state);
      }, next);
    } catch (_) {
      next();
    }
  }
}
