import { listOf } from "../../src/actions/browser-policy.ts";
import type { Guide } from "../../src/guide/guide.ts";
import { treatNow } from "../doctor/_crash.ts";
import { patient, windowsPc } from "../doctor/_patient.ts";

const edge = "HKLM\\Software\\Policies\\Microsoft\\Edge";

/**
 * Treats a Windows PC of plain data with a remedy of the guide, and reads what then stands in its
 * registry as the policies of a Chromium browser.
 */
export async function policiesWrittenBy(
  guide: Guide,
  id: string,
): Promise<Record<string, string[]>> {
  const remedy = guide.remedies.find((each) => each.id === id);
  if (remedy === undefined) throw new Error(`no remedy ${id}`);
  const { machine, system } = patient({ world: windowsPc({ elevated: true }) });
  // What it verifies is of another PC than the one that the browser is on.
  const { treated } = await treatNow(machine, guide, { ...remedy, verifies: [] });
  if (treated?.outcome !== "done") throw new Error(`${id}: ${JSON.stringify(treated)}`);
  const read = await system.readKey(edge);
  if (read.state !== "found") throw new Error(`${id} wrote no policy`);
  return Object.fromEntries(read.value.keys.map((key) => [key.name, listOf(key)]));
}
