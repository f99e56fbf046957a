// In a process of its own, which a test kills: unpacks a bundle by its root, at the time of the tests.
import { readFileSync } from "node:fs";
import { openContainer } from "../../src/bundle/container/read.ts";
import { noState } from "../../src/bundle/trust-state.ts";
import { unpackBundle } from "../../src/bundle/unpack.ts";
import { verifyBundle } from "../../src/bundle/verify.ts";
import { now } from "./_stage.ts";

const [bundle = "", root = "", to = ""] = process.argv.slice(2);
const container = await openContainer(bundle);
const verified = await verifyBundle(container, {
  trust: noState,
  anchor: { root: readFileSync(root) },
  now: new Date(now),
});
await unpackBundle(container, verified, to);
