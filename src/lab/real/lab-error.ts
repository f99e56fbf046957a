import { same } from "../../guide/words.ts";
import { WordedError } from "../worded-error.ts";
import type { FromLab } from "./messages.ts";

/** The lab cannot be built or used. */
export class LabError extends WordedError {
  override name = "LabError";
}

/** An answer other than the one that was waited for. */
export function labErrorOf(message: FromLab): LabError {
  return new LabError(message.event === "failed" ? message.words : same(message.event));
}
