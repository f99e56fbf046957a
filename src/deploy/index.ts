import type { DeployFormat } from "./format.ts";
import { lgpo } from "./lgpo.ts";
import { chrome, edge } from "./policy-json.ts";
import { powershell } from "./powershell.ts";
import { reg } from "./reg.ts";

/** Every format by its id. */
export const deployFormats: Readonly<Record<string, DeployFormat>> = Object.fromEntries(
  [reg, powershell, lgpo, chrome, edge].map((format) => [format.id, format]),
);
