import { difference, type Ranges, rangesOf } from "../../ranges.ts";
import { portNames } from "./port-names.ts";
import { peek, take, type Words } from "./words.ts";

export type Ports = Ranges<number>;

const highest = 65_535;
const zero = "0".charCodeAt(0);
const nine = "9".charCodeAt(0);
const byName = new Map(Object.entries(portNames));
const operators = ["eq", "neq", "gt", "lt", "range"];
/** IOS takes ten ports behind one `eq`. */
const mostListed = 10;

export function isPortOperator(word: string | undefined): boolean {
  return word !== undefined && operators.includes(word);
}

export function portOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  const first = word.charCodeAt(0);
  if (first < zero || first > nine) return byName.get(word);
  return /^\d{1,5}$/.test(word) && Number(word) <= highest ? Number(word) : undefined;
}

/** `eq https`, `eq 80 443`, `neq`, `gt`, `lt`, `range a b`; undefined where it is not one. */
export function readPorts(words: Words): Ports | undefined {
  const operator = take(words);
  const port = portOf(take(words));
  if (port === undefined) return undefined;
  switch (operator) {
    case "eq":
      return listed(port, words);
    case "neq":
      return without(listed(port, words));
    case "gt":
      return port < highest ? [port + 1, highest] : [];
    case "lt":
      return port > 0 ? [0, port - 1] : [];
    case "range": {
      const to = portOf(take(words));
      return to === undefined ? undefined : [Math.min(port, to), Math.max(port, to)];
    }
    default:
      return undefined;
  }
}

function listed(first: number, words: Words): Ports {
  const ports = [first];
  while (ports.length < mostListed) {
    const next = portOf(peek(words));
    if (next === undefined) break;
    take(words);
    ports.push(next);
  }
  return ports.length === 1 ? [first, first] : rangesOf(ports.map((port) => [port, port]));
}

function without(ports: Ports): Ports {
  return difference([0, highest], ports);
}
