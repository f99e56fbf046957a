import type { Explanation, Facts } from "./facts.ts";

/** The symptom of a sign, and the way to its help. */
export function explanationOf(facts: Facts, sign: string, role: string): Explanation {
  var own = Object.prototype.hasOwnProperty;
  var symptoms = facts.symptoms;
  var name = own.call(symptoms, sign + ":" + role) ? sign + ":" + role : sign;
  var known = own.call(symptoms, name);
  var found = known ? symptoms[name]! : "";
  return {
    code: (known ? sign : "unknown") as Explanation["code"],
    symptom: found,
    link: facts.page && found ? facts.page + "#symptom=" + found : facts.page
  };
}

/**
 * What went wrong, in the guide's words. Takes a sign by its name, with `:role` where an agent is meant; `{ popup: … }` with what
 * `window.open` gave; `{ opener: window.opener }` in the window that was opened; a trouble, or the
 * whole result, of `check`; an error, of which only the name is looked at. Null: nothing is wrong.
 */
export function explain(facts: Facts, error: unknown): Explanation | null {
  if (typeof error === "string") {
    var parts = error.split(":");
    return explanationOf(facts, parts[0]!, parts[1] || "");
  }
  if (!error || typeof error !== "object") return explanationOf(facts, "unknown", "");
  var given = error as Record<string, unknown>;
  if (given.troubles) return (given.troubles as Explanation[])[0] || null;
  if (given.code && given.symptom) return error as Explanation;
  var sign = "unknown";
  if ("popup" in given) sign = signOfPopup(given.popup);
  else if ("opener" in given) sign = given.opener ? "" : "opener-lost";
  else if (given.name === "TimeoutError") sign = "timeout";
  return sign ? explanationOf(facts, sign, "") : null;
}

/** A window that may not even be looked at is one to which the tie is broken. */
export function signOfPopup(popup: unknown): string {
  if (!popup) return "popup-blocked";
  try {
    return (popup as { closed: boolean }).closed ? "popup-closed" : "";
  } catch (_) {
    return "opener-lost";
  }
}
