import { readFileSync } from "node:fs";
import { type DiagnoseOptions, diagnose } from "../doctor/diagnose.ts";
import { loadGuide } from "../guide/load.ts";
import { linuxMachine } from "../machine/linux.ts";
import { serveRequests } from "./real/serve-requests.ts";

/** What the lab's client is asked to diagnose. */
export interface DiagnoseRequest {
  guide: string;
  options: Pick<DiagnoseOptions, "symptom" | "budgetMs">;
}

/** Runs on the lab's client: one diagnosis per request, each on a machine of its own. */
serveRequests(async (value) => {
  const { guide, options } = value as DiagnoseRequest;
  const { env } = process;
  const file = env.JOCHI_PUBLIC_CA;
  const publicCaPems = file === undefined ? [] : [readFileSync(file, "utf8")];
  return diagnose(linuxMachine({ publicCaPems, env }), loadGuide(guide), options);
});
