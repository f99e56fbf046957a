import { askLoopback } from "../../embed/shipped/ask-loopback.ts";
import type { Page } from "../../embed/shipped/page.ts";
import type { PageFact } from "../../evidence/page-outcome.ts";

const known = ["granted", "denied", "prompt"] as const;

/** Whether this page may reach programs on the PC. The browser is not made to ask for it. */
export function readLoopback(page: Window): Promise<PageFact["loopback"]> {
  return new Promise((tell) =>
    askLoopback(page as unknown as Page, (state) =>
      tell(known.find((each) => each === state) ?? "unknown"),
    ),
  );
}
