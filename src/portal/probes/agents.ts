import { factsOf } from "../../embed/facts-of.ts";
import type { PortAnswer } from "../../embed/shipped/ask-port.ts";
import { askAgents, checkedOf } from "../../embed/shipped/check.ts";
import type { Page } from "../../embed/shipped/page.ts";
import type { PageAgents, PageFact } from "../../evidence/page-outcome.ts";
import type { Guide } from "../../guide/guide.ts";
import { readLoopback } from "./loopback.ts";

/**
 * Knocks at the ports of the programs on this PC, which may make the browser ask the user for leave.
 *
 * @returns what each role that the guide requires came to
 */
export async function knock(
  page: Window,
  guide: Guide,
  before: PageFact["loopback"],
): Promise<(PageAgents & { role: string })[]> {
  const facts = factsOf(guide, { lang: "ko" });
  if (before === "denied") return [];
  const ports = await new Promise<PortAnswer[][]>((tell) =>
    askAgents(page as unknown as Page, facts, before === "granted", tell),
  );
  // The user may have been asked meanwhile, and have said no.
  return checkedOf(facts, false, await readLoopback(page), ports).agents;
}
