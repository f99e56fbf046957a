/** The lab cannot be built or used; the message is one line for a person. */
export class LabError extends Error {
  override name = "LabError";
}
