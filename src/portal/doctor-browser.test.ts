import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { ProgressEvent } from "../doctor/diagnose.ts";
import { parseEvidence } from "../evidence/parse.ts";
import { loadGuide } from "../guide/load.ts";
import { browserDoctor } from "./doctor-browser.ts";
import type { Judged } from "./wire.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const clock = { earliest: Date.UTC(2020, 0, 1), latest: Date.UTC(2060, 0, 1) };
const chrome = "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/150.0.0.0 Safari/537.36";

interface Browser {
  userAgent?: string;
  permission?: string;
  /** Whether each window that is opened in turn opens. */
  windows?: boolean[];
  /** What comes of a request to this address. */
  answer?(url: string): Promise<unknown>;
}

/** As much of a window as the doctor touches. */
function fakeWindow({ userAgent = chrome, permission, windows = [], answer }: Browser = {}) {
  const asked: string[] = [];
  const page = {
    document: { addEventListener() {}, removeEventListener() {} },
    location: { protocol: "file:" },
    addEventListener() {},
    chrome: {},
    navigator: {
      userAgent,
      cookieEnabled: true,
      permissions: { query: async () => ({ state: permission }) },
    },
    performance,
    Date,
    AbortController,
    Request,
    setTimeout: (run: () => void, ms: number) => setTimeout(run, ms / 100),
    clearTimeout,
    open: () => (windows.shift() ? { close() {} } : null),
    fetch(url: string, { signal }: { signal: AbortSignal }) {
      asked.push(url);
      const stopped = new Promise((_, fail) => {
        signal.addEventListener("abort", () => fail(new Error("aborted")));
      });
      return Promise.race([answer?.(url) ?? Promise.reject(new TypeError("failed")), stopped]);
    },
  };
  return { page: page as unknown as Window & typeof globalThis, asked };
}

interface Look {
  probe?: boolean;
  answers?: Record<string, string>;
  symptom?: string;
  signal?: AbortSignal;
}

async function look(browser: Browser, { probe = false, answers = {}, symptom, signal }: Look = {}) {
  const { page, asked } = fakeWindow(browser);
  const doctor = browserDoctor({ version: "0.1.0", guide, clock, probe }, page);
  const events: ProgressEvent[] = [];
  const answer = await doctor.diagnose(
    { guide: "x", answers, ...(symptom !== undefined && { symptom }) },
    (event) => events.push(event),
    signal ?? new AbortController().signal,
  );
  return { answer, asked, events };
}

async function judged(browser: Browser, how?: Look): Promise<Judged & { asked: string[] }> {
  const { answer, asked } = await look(browser, how);
  assert.ok(answer.ok, JSON.stringify(answer));
  // What a page gathers is evidence like any other.
  assert.deepEqual(parseEvidence(JSON.stringify(answer.value.evidence)), answer.value.evidence);
  return { ...answer.value, asked };
}

const factsOf = ({ evidence }: Judged, probe: string) =>
  evidence.facts.filter((each) => each.probe === probe).map(({ fact }) => fact);

test("a closed file asks for nothing, whatever is answered", async () => {
  const { asked, notes } = await judged({ windows: [true] }, { answers: { "popup-test": "yes" } });
  assert.deepEqual(asked, []);
  assert.deepEqual(
    notes?.map(({ key }) => key),
    ["page.note.cannot", "page.note.closed"],
  );
});

test("windows are tried only where somebody agreed to it", async () => {
  const popup = async (browser: Browser, answers = {}) =>
    (factsOf(await judged(browser, { answers }), "page")[0] as { popup?: unknown }).popup;
  assert.equal(await popup({ windows: [true, true] }), undefined);
  const yes = { "popup-test": "yes" };
  const [opened, blocked] = ["opened", "blocked"];
  assert.deepEqual(await popup({ windows: [true] }, yes), { clicked: opened, alone: blocked });
  assert.deepEqual(await popup({ windows: [] }, yes), { clicked: blocked, alone: blocked });
  assert.deepEqual(await popup({ windows: [true, true] }, yes), { clicked: opened, alone: opened });
});

test("a browser counts where the guide serves it, or where the person pays with it", async () => {
  const browsers = async (answers = {}) => factsOf(await judged({}, { answers }), "browsers");
  assert.deepEqual(await browsers(), []);
  assert.deepEqual(await browsers({ "same-browser": "no" }), []);
  assert.deepEqual(await browsers({ "same-browser": "unknown" }), []);
  const value = [{ id: "chrome", version: "150", default: false }];
  assert.deepEqual(await browsers({ "same-browser": "yes" }), [{ state: "found", value }]);
});

test("answers are kept for what was asked, and for nothing else", async () => {
  const own = await judged({}, { answers: { clock: "no", "program:nos": "yes", other: "x" } });
  const told = own.evidence.facts.filter(({ probe }) => probe === "told");
  assert.deepEqual(
    told.map(({ with: given, fact }) => [given.question, fact]),
    [
      ["clock", { answer: "no" }],
      ["program:nos", { answer: "yes" }],
    ],
  );
  assert.ok(own.notes?.some(({ key }) => key === "page.note.told"));
  for (const { id, answers } of own.questions ?? []) {
    assert.ok(id === "popup-test" || answers.some((each) => each.id === "unknown"), id);
  }
});

test("permission, cookies and the clock's bounds are written down as they are seen", async () => {
  const page = async (permission?: string) =>
    factsOf(await judged(permission === undefined ? {} : { permission }), "page")[0];
  assert.deepEqual(await page("denied"), { loopback: "denied", cookies: true, clock });
  // A browser that has no such permission, or a word for it that is not known yet.
  assert.deepEqual(await page(), { loopback: "unknown", cookies: true, clock });
  assert.deepEqual(await page("perhaps"), { loopback: "unknown", cookies: true, clock });
});

test("the file that may probe asks the guide's servers, and tells answered, failed and late apart", async () => {
  const never = () => new Promise(() => {});
  const answer = (url: string) => {
    if (url.includes("yessign")) return Promise.resolve({});
    return url.includes("nprotect.net") ? never() : Promise.reject(new TypeError("failed"));
  };
  const own = await judged({ permission: "denied", answer }, { probe: true });
  const seen = own.evidence.facts
    .filter(({ probe }) => probe === "page-reach")
    .map(
      ({ with: given, fact }) =>
        `${given.host}:${given.port} ${(fact as { answer: string }).answer}`,
    );
  assert.ok(seen.includes("www.yessign.or.kr:443 answered"), seen.join());
  assert.ok(seen.includes("supdate.nprotect.net:443 timeout"), seen.join());
  assert.ok(seen.includes("pg.bankpay.or.kr:7443 failed"), seen.join());
  assert.equal(new Set(own.asked).size, own.asked.length, "each once");
  assert.ok(
    own.asked.every((url) => !url.includes("127.0.0.1")),
    "leave was denied",
  );
  assert.ok(own.diagnosis.endpoints.every(({ verdict }) => verdict === "insufficient"));
});

test("programs on the PC are knocked at where the browser gave leave, and silence counts then", async () => {
  const agents = async (permission: string, answer?: Browser["answer"]) => {
    const own = await judged({ permission, ...(answer && { answer }) }, { probe: true });
    return {
      told: factsOf(own, "page-agents"),
      causes: own.diagnosis.findings.map(({ cause }) => cause),
    };
  };
  const silent = await agents("granted");
  assert.ok(silent.told.length > 0);
  assert.deepEqual(silent.causes, ["local.agent-down"]);
  const answering = await agents("granted", async () => ({}));
  assert.ok(answering.told.every((fact) => (fact as { answer: string }).answer === "answers"));
  assert.deepEqual(answering.causes, []);
  assert.deepEqual((await agents("prompt")).causes, []);
});

test("a look that is stopped ends as stopped", async () => {
  const stop = new AbortController();
  const never = () => new Promise(() => {});
  const looking = look({ answer: never }, { probe: true, signal: stop.signal });
  stop.abort();
  assert.deepEqual((await looking).answer, { ok: false, trouble: { code: "stopped" } });
});

test("events come in order, and rows only where they were tried", async () => {
  const closed = (await look({})).events;
  assert.deepEqual(
    closed.map((event) => (event.type === "phase" ? event.key : event.type)),
    ["start", "local", "place", "judging", "done"],
  );
  const { events } = await look({ permission: "denied" }, { probe: true });
  const rows = events.filter(({ type }) => type === "row");
  assert.ok(rows.length > 5);
  assert.equal(events.at(-1)?.type, "done");
});

describe("what is asked", () => {
  const asked = async (symptom?: string, answers: Record<string, string> = {}) => {
    const { questions } = await judged({}, { answers, ...(symptom !== undefined && { symptom }) });
    return questions!.map(({ id }) => id);
  };
  const programs = guide.programs.filter(({ required }) => required);
  const everything = [
    ...["popup-test", "popup-mark", "same-browser", "clock"],
    ...programs.map(({ id }) => `program:${id}`),
  ];

  test("everything, where nobody knows the symptom", async () => {
    assert.deepEqual(await asked(), everything);
  });

  test("of a symptom only what its causes depend on, what speaks of the likeliest first", async () => {
    assert.deepEqual(await asked("popup-window-blocked"), ["popup-test", "popup-mark"]);
    assert.deepEqual(await asked("merchant-value-missing"), []);
    for (const { id } of guide.symptoms) {
      const own = await asked(id);
      assert.ok(own.length < everything.length, `${id}: ${own.join(" ")}`);
    }
  });

  test("no more than before once a cause is known, and what was answered stays", async () => {
    const before = await asked("install-page-again");
    const [first] = programs;
    assert.ok(before.includes(`program:${first!.id}`), before.join(" "));
    const told = { [`program:${first!.id}`]: "no", clock: "yes" };
    const after = await asked("install-page-again", told);
    assert.deepEqual(after.at(-1), "clock", "it speaks of no cause of this symptom");
    assert.ok(after.length <= before.length + 1);
    assert.ok(after.includes(`program:${first!.id}`));
  });

  test("no question but that of the clock is without a symptom", async () => {
    const all = new Set<string>();
    for (const { id } of guide.symptoms) for (const one of await asked(id)) all.add(one);
    assert.deepEqual(
      everything.filter((id) => !all.has(id)),
      ["clock"],
    );
  });
});
