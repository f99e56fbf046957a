import type { Trouble, TroubleCode } from "../portal/wire.ts";

/** An answer that is not what was asked for: a code of the closed list, and the HTTP status. */
export class Refusal extends Error {
  readonly status: number;
  readonly trouble: Trouble;

  constructor(status: number, code: TroubleCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.name = "Refusal";
    this.status = status;
    this.trouble = detail === undefined ? { code } : { code, detail };
  }
}

const statusOf: Partial<Record<TroubleCode, number>> = {
  "no-session": 401,
  "code-used": 403,
  "too-large": 413,
  "unknown-guide": 404,
  "unknown-remedy": 404,
  "unknown-journal": 404,
  busy: 409,
  "cannot-treat": 409,
  "preview-outdated": 409,
  interrupted: 409,
  "no-format": 404,
  "not-alike": 409,
  surprise: 500,
};

/** The same for what happens behind the gate, where the code alone says the status. */
export function refuse(code: TroubleCode, detail?: string): Refusal {
  return new Refusal(statusOf[code] ?? 400, code, detail);
}

/** What any error is to the page. Its message may hold paths, so only its name is told. */
export function troubleOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  const known = error instanceof Error ? ((error as NodeJS.ErrnoException).code ?? error.name) : "";
  return refuse("surprise", String(known).slice(0, 80));
}
