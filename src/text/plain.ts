/**
 * Values in reports come from the network and may be hostile: no control characters (they steer
 * terminals), no marks that turn the reading direction, and no endless text.
 */
const steering = /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}\u200b\u2060\ufeff]+/gu;
const loneSurrogate = /\p{Surrogate}/gu;
const longest = 200;

export function plain(value: string | number, limit = longest): string {
  const text = String(value)
    .slice(0, limit * 4)
    .replace(steering, " ");
  const points = [...text.replace(loneSurrogate, "\ufffd").trim()];
  return points.length <= limit ? points.join("") : `${points.slice(0, limit - 1).join("")}…`;
}
