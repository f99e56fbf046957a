import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { factsOf } from "./facts-of.ts";
import type { Page } from "./shipped/page.ts";
import { type CheckResult, fakePage, type PageOptions, started } from "./stage/fake-page.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const help = "https://help.example.kr/jochi.html";
const facts = factsOf(guide, { page: help, lang: "ko" });

async function checked(options: PageOptions, mayAsk?: boolean) {
  const fake = fakePage(options);
  const results: CheckResult[] = [];
  started(fake.page, facts).check((result) => results.push(result), mayAsk);
  await fake.pass();
  await fake.pass();
  assert.equal(results.length, 1, "called back once");
  return { ...fake, ...results[0]! };
}

const answers = ({ agents }: CheckResult) => agents.map(({ role, answer }) => `${role} ${answer}`);
const codes = ({ troubles }: CheckResult) =>
  troubles.map(({ code, symptom }) => `${code} ${symptom}`);

test("programs that refuse are silent, each with its own symptom and the way to it", async () => {
  const result = await checked({ loopback: "granted" });
  assert.deepEqual(answers(result), ["nos silent", "ipinside silent"]);
  assert.deepEqual(codes(result), [
    "agent-silent install-page-again",
    "agent-silent ipinside-not-installed",
  ]);
  assert.equal(result.troubles[1]!.link, `${help}#symptom=ipinside-not-installed`);
});

test("one port that answers is enough", async () => {
  const answering = ["https://127.0.0.1:14447/", "wss://127.0.0.1:21400/"];
  const result = await checked({
    answer: (url) => (answering.includes(url) ? "answers" : "refused"),
  });
  assert.deepEqual(answers(result), ["nos answers", "ipinside answers"]);
  assert.deepEqual(result.troubles, []);
});

test("every port of the guide is asked once, on this PC and nowhere else", async () => {
  const { asked, limits } = await checked({});
  const nos = Array.from({ length: 10 }, (_, at) => `https://127.0.0.1:${14440 + at}/`);
  assert.deepEqual(asked, [...nos, "https://127.0.0.1:21300/?t=V", "wss://127.0.0.1:21400/"]);
  assert.ok(limits.length > 0 && limits.every((ms) => ms <= 4_000));
});

test("requests carry nothing of the page, and what is left of them is broken off", async () => {
  const { manners, brokenOff } = await checked({ answer: () => "hangs" });
  assert.equal(brokenOff.length, 1);
  for (const manner of manners) {
    assert.deepEqual(manner, {
      mode: "no-cors",
      credentials: "omit",
      cache: "no-store",
      referrerPolicy: "no-referrer",
      signal: brokenOff[0],
    });
  }
});

test("nothing is asked before check is called", () => {
  const { page, asked, limits } = fakePage();
  started(page, facts);
  assert.deepEqual([asked, limits], [[], []]);
});

test("where the browser forbids it, that is the trouble and nobody is asked", async () => {
  const result = await checked({ loopback: "denied" });
  assert.deepEqual(result.asked, []);
  assert.deepEqual(codes(result), ["loopback-denied install-page-again"]);
  assert.deepEqual(answers(result), ["nos unknown", "ipinside unknown"]);
});

test("a question to the user is left to the payment", async () => {
  const result = await checked({ loopback: "prompt" });
  assert.deepEqual([result.asked, result.troubles, result.loopback], [[], [], "prompt"]);
});

test("a page that may have the user asked learns the answers, or that they are still open", async () => {
  const open = await checked({ loopback: "prompt", answer: () => "hangs" }, true);
  assert.equal(open.asked.length, 12);
  assert.deepEqual(answers(open), ["nos unknown", "ipinside unknown"]);
  const allowed = await checked({ loopback: "prompt", answer: () => "answers" }, true);
  assert.deepEqual(answers(allowed), ["nos answers", "ipinside answers"]);
  assert.deepEqual((await checked({ loopback: "denied" }, true)).asked, []);
  const unanswered = await checked({ loopback: "prompt" }, true);
  assert.deepEqual([answers(unanswered), codes(unanswered)], [answers(open), []]);
});

test("a user who is asked and says no is no silent program", async () => {
  let state = "prompt";
  const query = () => Promise.resolve({ state: state as "prompt" });
  const refuse = () => {
    state = "denied";
    return "refused" as const;
  };
  const navigator = { userAgent: "x", permissions: { query } };
  const result = await checked({ answer: refuse, page: { navigator } }, true);
  assert.deepEqual(codes(result), ["loopback-denied install-page-again"]);
  assert.deepEqual(answers(result), ["nos unknown", "ipinside unknown"]);
});

test("the older name of the permission is understood, and one that throws", async () => {
  const query = ({ name }: { name: string }) => {
    if (name === "loopback-network") throw new TypeError(name);
    return Promise.resolve({ state: "denied" as const });
  };
  const navigator = { userAgent: "x", permissions: { query } };
  assert.equal((await checked({ page: { navigator } })).loopback, "denied");
});

test("who does not answer in time is silent only where no question can be open", async () => {
  const hangs = () => "hangs" as const;
  assert.deepEqual(answers(await checked({ answer: hangs, loopback: "granted" })), [
    "nos silent",
    "ipinside silent",
  ]);
  const unsure = await checked({ answer: hangs });
  assert.deepEqual(answers(unsure), ["nos unknown", "ipinside unknown"]);
  assert.deepEqual(unsure.troubles, []);
});

test("what the page's own policy keeps back says nothing about the programs", async () => {
  const result = await checked({ answer: () => "barred", loopback: "granted" });
  assert.deepEqual(answers(result), ["nos unknown", "ipinside unknown"]);
});

test("without opaque requests a picture is tried, and only its yes counts", async () => {
  for (const fetch of ["none", "polyfill"] as const) {
    const no = await checked({ fetch, webSocket: false });
    assert.deepEqual(answers(no), ["nos unknown", "ipinside unknown"]);
    const yes = await checked({ fetch, answer: () => "answers" });
    assert.deepEqual(answers(yes), ["nos answers", "ipinside answers"]);
  }
});

test("over http from a page of https, silence may be the browser's", async () => {
  const roles = [
    {
      role: "old",
      agents: [{ scheme: "http", address: "127.0.0.1", first: 1, count: 1, path: "/" }],
    },
  ] as const;
  const told = async (protocol: string) => {
    const fake = fakePage({ protocol });
    const results: CheckResult[] = [];
    const plain = { ...facts, roles: structuredClone(roles) as never };
    started(fake.page, plain).check((result) => results.push(result));
    await fake.pass();
    return results.flatMap(answers);
  };
  assert.deepEqual(await told("https:"), ["old unknown"]);
  assert.deepEqual(await told("http:"), ["old silent"]);
});

test("a browser that the guide excludes is told so first", async () => {
  const navigator = { userAgent: "Mozilla/4.0 (compatible; MSIE 8.0; Trident/4.0)" };
  const page = {
    navigator,
    document: { documentMode: 8, readyState: "loading" },
  } as unknown as Partial<Page>;
  const result = await checked({ page, fetch: "none", webSocket: false });
  assert.deepEqual(codes(result), ["browser-excluded old-browser-message"]);
});

test("an agent is asked by address only, and only one that the guide requires", () => {
  const asked = facts.roles.flatMap(({ agents }) => agents.map(({ first }) => first));
  assert.deepEqual(asked, [14440, 21300, 21400]);
  const agents = guide.agents.map((agent) => ({ ...agent, required: agent.role === "nos" }));
  const elsewhere = { ...guide.agents[0]!, address: "10.0.0.1", role: "far" };
  const { roles } = factsOf({ ...guide, agents: [...agents, elsewhere] }, { lang: "ko" });
  assert.deepEqual(
    roles.map(({ role }) => role),
    ["nos"],
  );
});
