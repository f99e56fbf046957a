/** Why something that was carried cannot be used; the sentences are in src/text. */
export const carryFaults = [
  /** No frame of this project among what was given. */
  "no-frame",
  /** Frames of a form that a later version writes. */
  "other-form",
  /** Frames are still missing. */
  "missing",
  /** Two whole frames say different things at the same place. */
  "contradiction",
  /** Put together, it is not what was sent. */
  "broken",
  /** More than a series of codes, or what is read of one, can hold. */
  "too-large",
  /** A picture of a kind that is not read here. */
  "picture-kind",
  "picture-damaged",
  "picture-too-large",
  /** A picture on which no code can be read. */
  "picture-without-code",
  /** A spoken code of a wrong length, or with something else than digits in it. */
  "code-form",
  /** Check digits that do not fit: misheard, mistyped or swapped. */
  "code-check",
  /** A spoken code that was made with another guide, or another edition of it. */
  "code-guide",
] as const;
export type CarryFaultCode = (typeof carryFaults)[number];

/** Expected trouble with what was carried, as data. */
export class CarryFault extends Error {
  override name = "CarryFault";
  readonly code: CarryFaultCode;
  readonly detail: Readonly<Record<string, string | number>>;

  constructor(code: CarryFaultCode, detail: Readonly<Record<string, string | number>> = {}) {
    super(`${code} ${JSON.stringify(detail)}`);
    this.code = code;
    this.detail = detail;
  }
}
