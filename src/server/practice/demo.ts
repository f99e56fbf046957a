import { createGuides, type Guides, nameOf } from "./guides.ts";
import { memoryLab } from "./memory-lab.ts";
import type { DemoPractice } from "./practice.ts";
import { realLab } from "./real-lab.ts";

/** A simulated network of one guide, with the doctor in it. */
export interface DemoLab {
  practice: DemoPractice;
  guides: Guides;
}

/**
 * Made of namespaces, or of plain data where those cannot be made. Throws GuideError.
 *
 * @param source the guide's name or folder
 */
export async function openDemo(source: string, env: NodeJS.ProcessEnv): Promise<DemoLab> {
  const guides = createGuides(source, true);
  const [first] = guides.list;
  const guide = guides.get(nameOf(first!));
  const practice = (await realLab(guide, source, env)) ?? memoryLab(guide, guides);
  return { practice, guides };
}
