import type { Service } from "../evidence/pc-outcome.ts";
import { numberOf, type RegistryKey } from "./registry.ts";

/** Value `Start` of a service that may not be started: winsvc.h, SERVICE_DISABLED. */
const disabled = 4;
/** winerror.h, ERROR_SERVICE_DOES_NOT_EXIST. */
const noSuchService = 1060;
/** winsvc.h, SERVICE_STATUS.dwCurrentState; those in between say neither. */
const states: Record<number, Service["state"]> = { 1: "stopped", 4: "running" };

/** What `sc.exe query NAME` came to. */
export interface ScAnswer {
  code: number;
  output: string;
}

/**
 * The state of one service by its key below `Services` and by what `sc.exe query` said; either is
 * undefined where it is not there or could not be had. The words in its answer are translated and
 * the numbers are not: the second number after a colon, behind the type's, is the state's.
 */
export function serviceState(
  key: RegistryKey | undefined,
  answer: ScAnswer | undefined,
): Service["state"] {
  // Taken away, and only waiting for its last handle to be closed.
  if (key === undefined || numberOf(key, "DeleteFlag") === 1) return "absent";
  const state = answer && stateIn(answer);
  if (state === "absent" || state === "running") return state;
  return numberOf(key, "Start") === disabled ? "disabled" : (state ?? "unknown");
}

function stateIn({ code, output }: ScAnswer): Service["state"] | undefined {
  if (code === noSuchService) return "absent";
  if (code !== 0) return undefined;
  const numbers = output
    .split(/\r?\n/)
    .flatMap((line) => /^\s+\S[^:]*:\s*([0-9a-f]+)\b/i.exec(line)?.[1] ?? []);
  return states[Number.parseInt(numbers[1] ?? "", 10)];
}
