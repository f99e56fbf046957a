import assert from "node:assert/strict";
import { test } from "node:test";
import { rowId, rowsOf } from "../guide/guide.ts";
import { loadGuide } from "../guide/load.ts";
import { view } from "../report/view.ts";
import { courseAfter, taskView } from "./course.ts";
import { handOverPlain, openingsOf } from "./hand-over.ts";
import { messageFor, rowsFor } from "./message.ts";
import { type Sketch, sketched, stateOf } from "./stage/diagnosis.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const rows = rowsOf(guide).map(rowId);
const textOf = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

test("a table asks for the rows it was given, and for no others", () => {
  const [row] = rows;
  const csv = textOf(handOverPlain(guide, "csv", [row!], "ko")?.bytes);
  const address = row!.split("|")[1]!.split(":")[0]!;
  assert.equal(csv.trim().split("\r\n").length, 2);
  assert.ok(csv.includes(address));
});

test("for nothing in particular it asks for all of the guide", () => {
  const markdown = handOverPlain(guide, "md", [], "en");
  for (const { address } of rowsOf(guide)) assert.ok(textOf(markdown?.bytes).includes(address));
  assert.equal(markdown?.type, "text/markdown");
});

test("kinds that need more than a page has are left to others", () => {
  assert.equal(handOverPlain(guide, "xlsx", [], "ko"), undefined);
  assert.equal(handOverPlain(guide, "constructor", [], "ko"), undefined);
});

test("addresses that the guide does not know are no openings", () => {
  assert.deepEqual(openingsOf(guide, [rows[0]!, "bent.example|10.0.0.1:443"]), [rows[0]]);
});

test("a message to a team has what was found of theirs, and its rows", () => {
  const sketch: Sketch = {
    rows: { [rows[0]!]: "tcp.drop" },
    findings: [
      { cause: "tcp.drop", owner: "network", subjects: [rows[0]!], remedies: ["firewall-request"] },
    ],
    plan: [{ remedy: "firewall-request", owner: "network", minutes: 15, automatic: false }],
  };
  const { diagnosis } = sketched(guide, sketch);
  const [task] = courseAfter([], diagnosis, guide, stateOf(guide).can);
  const text = messageFor(task!, diagnosis, view(diagnosis, guide, "ko"), guide).join("\n");
  assert.ok(text.includes(rows[0]!.split("|")[0]!));
  assert.deepEqual(rowsFor(task!, diagnosis, guide), [rows[0]]);
});

test("where the cause is somebody else's, the message says what the guide asks", () => {
  const sketch: Sketch = {
    findings: [{ cause: "site.not-trusted", owner: "user", remedies: ["ask-site-policy"] }],
    plan: [{ remedy: "ask-site-policy", owner: "pc-admin", minutes: 10, automatic: false }],
  };
  const { diagnosis } = sketched(guide, sketch);
  const [task] = courseAfter([], diagnosis, guide, stateOf(guide).can);
  const words = taskView(task!, diagnosis, guide, "ko")!;
  const text = messageFor(task!, diagnosis, view(diagnosis, guide, "ko"), guide).join("\n");
  assert.ok(text.includes(words.title));
  for (const step of words.steps) assert.ok(text.includes(step));
});

test("a letter that only suspects a firewall brings the guide's whole table along", () => {
  const sketch: Sketch = {
    findings: [
      {
        cause: "tcp.drop",
        owner: "network",
        certainty: "possible",
        remedies: ["firewall-request"],
      },
    ],
    plan: [{ remedy: "firewall-request", owner: "network", minutes: 15, automatic: false }],
  };
  const { diagnosis } = sketched(guide, sketch);
  const [task] = courseAfter([], diagnosis, guide, stateOf(guide).can);
  assert.deepEqual(rowsFor(task!, diagnosis, guide), openingsOf(guide, rows));
});
