import { hostTrouble } from "../../lint/hosts.ts";

/** A published host as a guide can hold it. */
export interface HeldHost {
  host: string;
  /** It stands for more names than the published one. */
  widened: boolean;
}

/**
 * A guide's `*` stands for whole labels at the front and nothing else, so `*-admin.example.com` and
 * `autodiscover.*.example.com` become every name below what is fixed. Undefined for what is no host.
 */
export function heldHost(published: string): HeldHost | undefined {
  // Its documents write the customer's own part as <tenant>.
  const text = published
    .trim()
    .toLowerCase()
    .replace(/<[^<>.]*>/g, "*");
  if (text === "" || hostTrouble(text, true) === undefined) {
    return text === "" ? undefined : { host: text, widened: false };
  }
  const labels = text.split(".");
  const fixed = labels.slice(labels.findLastIndex((label) => label.includes("*")) + 1);
  const host = `*.${fixed.join(".")}`;
  const isPattern = fixed.length < labels.length && /^[a-z0-9.*-]+$/.test(text);
  if (!isPattern || hostTrouble(host, true) !== undefined) return undefined;
  return { host, widened: true };
}
