import { type Ranges, rangesOf } from "../../ranges.ts";
import { portNumbers } from "../port-names.ts";
import { everyPort } from "./boxes.ts";

/** A port by number or name; undefined where it is neither. A leading zero would be octal. */
function portNumber(text: string): number | undefined {
  if (/^(0|[1-9]\d{0,4})$/.test(text)) return Number(text) < 65_536 ? Number(text) : undefined;
  const name = text.toLowerCase();
  return Object.hasOwn(portNumbers, name) ? portNumbers[name] : undefined;
}

/** `80`, `1:5`, `:5`, `5:`. */
export function portRange(text: string): [number, number] | undefined {
  const [from = "", to = from, more] = text.split(":");
  if (more !== undefined || text === "") return undefined;
  const lo = from === "" ? 0 : portNumber(from);
  const hi = to === "" ? everyPort[1] : portNumber(to);
  return lo !== undefined && hi !== undefined && lo <= hi ? [lo, hi] : undefined;
}

/** `80,443,1000:2000`; undefined where any part is not understood. */
export function portList(text: string): Ranges<number> | undefined {
  const pairs = text.split(",").map(portRange);
  return pairs.every((pair) => pair !== undefined) ? rangesOf(pairs) : undefined;
}
