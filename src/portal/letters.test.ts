import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { view } from "../report/view.ts";
import { courseAfter, partsOf, taskView, triedOf, withState } from "./course.ts";
import { messageFor } from "./message.ts";
import { type Sketch, sketched, stateOf } from "./stage/diagnosis.ts";
import type { Task } from "./task.ts";

const guide = loadGuide("bankpay-transfer@2026.11");
/** Nothing is done by Jochi here, as in a file: the administrator is asked for everything. */
const can = { ...stateOf(guide).can, treat: false };

/** A plan of these remedies, each of them against its own cause, which is only possible. */
function planned(...remedies: string[]): Sketch {
  const findings = remedies.map((remedy, at) => ({
    cause: guide.causes[at]!.id,
    owner: "user" as const,
    certainty: "possible" as const,
    remedies: [remedy],
  }));
  const plan = remedies.map((remedy) => {
    const { owner, minutes, automatic } = guide.remedies.find(({ id }) => id === remedy)!;
    return { remedy, owner, minutes, automatic };
  });
  return { findings, plan };
}

const of = (course: readonly Task[], sketch: Sketch) =>
  courseAfter(course, sketched(guide, sketch).diagnosis, guide, can);
const told = (course: readonly Task[]) =>
  course.map(({ id, state, asks }) => `${id} ${state}: ${asks.join(" ")}`);

const [self, admin, self2, admin2] = [
  "pay-again",
  "start-programs",
  "allow-local-access",
  "install-programs",
] as const;

describe("one letter to one person", () => {
  test("all that one person is asked comes along once the first of it comes up", () => {
    const course = of([], planned(self, admin, "firewall-request", self2, admin2));
    assert.deepEqual(told(course), [
      `${self} open: ${self}`,
      `letter:pc-admin open: ${admin} ${admin2}`,
      "letter:network open: firewall-request",
      `${self2} open: ${self2}`,
    ]);
  });

  test("one that was sent keeps what it asks; what is found later goes into another", () => {
    const sent = withState(of([], planned(admin)), "letter:pc-admin", "asked");
    const after = of(sent, planned(admin2, admin));
    assert.deepEqual(told(after), [
      `letter:pc-admin asked: ${admin}`,
      `letter:pc-admin:2 open: ${admin2}`,
    ]);
    // The second is still a draft, and takes what else comes.
    assert.deepEqual(told(of(after, planned("enable-service", admin2, admin))), [
      `letter:pc-admin asked: ${admin}`,
      `letter:pc-admin:2 open: enable-service ${admin2}`,
    ]);
  });

  test("one that was not sent takes what is new, and is shown again for it", () => {
    const skipped = withState(of([], planned(admin)), "letter:pc-admin", "skipped");
    assert.deepEqual(told(of(skipped, planned(admin))), [`letter:pc-admin skipped: ${admin}`]);
    assert.deepEqual(told(of(skipped, planned(admin, admin2))), [
      `letter:pc-admin open: ${admin} ${admin2}`,
    ]);
  });

  test("it is solved when nothing that it asks is wanted any more, and tried until then", () => {
    const checked = withState(of([], planned(admin, admin2)), "letter:pc-admin", "checking");
    const half = of(checked, planned(admin2));
    assert.deepEqual(told(half), [`letter:pc-admin tried: ${admin} ${admin2}`]);
    assert.deepEqual(
      Object.keys(triedOf(half)).sort(),
      [`tried:${admin2}`, `tried:${admin}`].sort(),
    );
    assert.equal(of(half, {})[0]?.state, "done");
    const never = of(of([], planned(admin)), {});
    assert.equal(never[0]?.state, "needless");
    // What comes back while the first is over is asked anew, in the same letter.
    assert.deepEqual(told(of(never, planned(admin))), [`letter:pc-admin open: ${admin}`]);
  });

  test("what was touched is in no second letter, in whatever order things happen", () => {
    const some = ["start-programs", "install-programs", "enable-service", "reinstall-nos"];
    let course: Task[] = [];
    for (const [at, state] of (["asked", "skipped", "tried", "asked"] as const).entries()) {
      course = of(course, planned(...some.slice(0, at + 1)));
      const open = course.find((task) => task.state === "open")!;
      course = withState(course, open.id, state);
      const asks = course.flatMap((task) => task.asks);
      assert.equal(new Set(asks).size, asks.length, told(course).join("\n"));
      assert.equal(new Set(course.map(({ id }) => id)).size, course.length);
    }
    assert.deepEqual(course.flatMap(({ asks }) => asks).sort(), some.sort());
  });
});

describe("what a letter is called and says", () => {
  test("by its one wish, or by whom it is to and how much it asks", () => {
    const sketch = planned(admin, admin2, "firewall-request");
    const { diagnosis } = sketched(guide, sketch);
    const [many, one] = of([], sketch);
    assert.equal(taskView(many!, diagnosis, guide, "ko")?.title, "PC 관리자에게 부탁할 일 2가지");
    assert.equal(taskView(one!, diagnosis, guide, "ko")?.title, "방화벽 오픈 요청");
    assert.equal(partsOf(many!, diagnosis, guide, "ko").length, 2);
    // Once all of it is over, it is called by what it has asked.
    const healthy = sketched(guide, {}).diagnosis;
    assert.equal(
      taskView(many!, healthy, guide, "en")?.title,
      "Requests to the PC administrator: 2",
    );
  });

  test("every wish once, numbered, with its steps, behind one greeting", () => {
    const sketch = planned(admin, admin2, "reinstall-nos");
    const { diagnosis } = sketched(guide, sketch);
    const [letter] = of([], sketch);
    const lines = messageFor(letter!, diagnosis, view(diagnosis, guide, "ko"), guide);
    const titles = [admin, admin2, "reinstall-nos"].map(
      (id) => guide.remedies.find((one) => one.id === id)!.title.ko,
    );
    assert.deepEqual(
      lines.filter((line) => /^\d+\. /.test(line)),
      titles.map((title, at) => `${at + 1}. 요청: ${title}`),
    );
    assert.equal(lines.filter((line) => line.startsWith("안녕하십니까")).length, 1);
    assert.ok(lines.some((line) => line.startsWith("되돌릴 수 없습니다: ")));
    const evidence = lines.filter((line) => line.startsWith("근거: "));
    assert.equal(new Set(evidence).size, evidence.length);
  });
});
