import { askLoopback } from "./shipped/ask-loopback.ts";
import { askPort, canFetch } from "./shipped/ask-port.ts";
import { browserOf, numberAfter, otherBrowser } from "./shipped/browser-of.ts";
import { askAgents, check, checkedOf, joined } from "./shipped/check.ts";
import { explain, explanationOf, signOfPopup } from "./shipped/explain.ts";
import { seenOn } from "./shipped/seen-on.ts";
import { servedBy } from "./shipped/served-by.ts";
import { showNotice, whenLoaded } from "./shipped/show-notice.ts";
import { start } from "./shipped/start.ts";

/**
 * Every function that goes to the page, as it runs here and is tested here. They know each other by
 * name and the page by their first argument. None writes
 * `{ name: name }`: the packer shortens that to what old browsers cannot read.
 */
const shipped = [
  numberAfter,
  otherBrowser,
  browserOf,
  seenOn,
  servedBy,
  explanationOf,
  signOfPopup,
  explain,
  askLoopback,
  canFetch,
  askPort,
  joined,
  checkedOf,
  askAgents,
  check,
  showNotice,
  whenLoaded,
  start,
];

/** The source of the shipped functions, without comments, types and needless white space. */
export function shippedSource(): string {
  return shipped.map((one) => plain(one.toString())).join("\n");
}

/** The name of the function that begins it all; a packed program may have renamed it. */
export function startName(): string {
  return start.name;
}

// Where the program runs from its source, types have become spaces.
function plain(source: string): string {
  return source
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("//"))
    .map((line) => line.replace(/ {2,}/g, " ").replace(/ (?=[,);])/g, ""))
    .join("\n");
}
