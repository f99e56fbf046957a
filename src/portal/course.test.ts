import assert from "node:assert/strict";
import { test } from "node:test";
import { loadGuide } from "../guide/load.ts";
import { courseAfter, nextTask, taskView, withState } from "./course.ts";
import { type Sketch, sketched, stateOf } from "./stage/diagnosis.ts";
import type { Task } from "./task.ts";

const guide = loadGuide("bankpay-transfer@2018.11");
const { can } = stateOf(guide);
const plan = (...ids: string[]): NonNullable<Sketch["plan"]> =>
  ids.map((remedy) => {
    const { owner, minutes, automatic } = guide.remedies.find(({ id }) => id === remedy)!;
    return { remedy, owner, minutes, automatic };
  });
const sketch: Sketch = {
  findings: [
    { cause: "site.not-trusted", owner: "user", remedies: ["trusted-sites"] },
    { cause: "tcp.drop", owner: "network", remedies: ["firewall-request"] },
    { cause: "session.idle", owner: "user", remedies: ["pay-again"] },
  ],
  plan: plan("trusted-sites", "firewall-request", "pay-again"),
};
const of = (course: Task[], from: Sketch) =>
  courseAfter(course, sketched(guide, from).diagnosis, guide, can);
const states = (course: readonly Task[]) => course.map(({ id, state }) => `${id} ${state}`);

test("who brings each task to its end", () => {
  const kinds = of([], sketch).map(({ id, kind }) => [id, kind]);
  assert.deepEqual(kinds, [
    ["trusted-sites", "auto"],
    ["letter:network", "other"],
    ["pay-again", "self"],
  ]);
  const looking = { ...can, treat: false };
  const [site] = courseAfter([], sketched(guide, sketch).diagnosis, guide, looking);
  assert.equal(site?.kind, "self");
});

test("a task whose cause is gone is solved where it was done, and needless where it was not", () => {
  const done = withState(of([], sketch), "trusted-sites", "checking");
  const after = of(done, {
    ...sketch,
    plan: plan("pay-again"),
    findings: sketch.findings!.slice(2),
  });
  assert.deepEqual(states(after), [
    "trusted-sites done",
    "letter:network needless",
    "pay-again open",
  ]);
});

test("a task that was checked and is still wanted was tried: there is no failing", () => {
  const checking = withState(of([], sketch), "trusted-sites", "checking");
  assert.deepEqual(states(of(checking, sketch))[0], "trusted-sites tried");
});

test("what was asked of others is still waited for after another check", () => {
  const asked = withState(of([], sketch), "letter:network", "asked");
  assert.deepEqual(states(of(asked, sketch))[1], "letter:network asked");
});

test("what comes back is open again, and the open ones stand in the order that is best now", () => {
  const solved = withState(
    of([], { ...sketch, plan: plan("trusted-sites") }),
    "trusted-sites",
    "done",
  );
  const after = of(solved, { ...sketch, plan: plan("popup-and-toolbars", "trusted-sites") });
  assert.deepEqual(states(after).slice(0, 2), ["popup-and-toolbars open", "trusted-sites open"]);
});

test("open tasks change places with each other, and each stands there once", () => {
  const first = withState(of([], sketch), "letter:network", "skipped");
  const turned = of(first, {
    ...sketch,
    plan: plan("pay-again", "firewall-request", "trusted-sites"),
  });
  assert.deepEqual(states(turned), [
    "pay-again open",
    "letter:network skipped",
    "trusted-sites open",
  ]);
});

test("the next task is the first that nobody has touched", () => {
  const course = of([], sketch);
  assert.equal(nextTask(course)?.id, "trusted-sites");
  assert.equal(nextTask(course, "trusted-sites")?.id, "letter:network");
  const all = course.map((task): Task => ({ ...task, state: "tried" }));
  assert.equal(nextTask(all), undefined);
});

test("a cause without a remedy becomes a task of asking", () => {
  const bare: Sketch = { findings: [{ cause: "tcp.drop", owner: "network" }] };
  const [task] = of([], bare);
  assert.deepEqual([task?.kind, task?.asks], ["other", ["cause:tcp.drop"]]);
  const words = taskView(task!, sketched(guide, bare).diagnosis, guide, "ko");
  assert.match(words!.title, /[가-힣]/);
});

test("a task keeps its words when its cause is gone", () => {
  const [task] = of([], sketch);
  const healthy = sketched(guide, {}).diagnosis;
  assert.equal(taskView(task!, healthy, guide, "ko")?.title, "신뢰할 수 있는 사이트 등록");
});
