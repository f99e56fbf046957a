import type { Guide } from "../../guide/guide.ts";
import { aim, applyFaults } from "../../lab/faults/apply.ts";
import { faults as allFaults, FaultError } from "../../lab/faults/index.ts";
import { type Payment, paymentOf } from "../../lab/payment/payment.ts";
import { paymentTroubles } from "../../lab/payment/troubles.ts";
import { type PaymentChange, withPayment } from "../../lab/payment/with-payment.ts";
import { worldOf } from "../../lab/world-of.ts";
import type { World } from "../../machine/world.ts";
import type { Demo } from "../../portal/wire.ts";
import { limits } from "../limits.ts";
import { refuse } from "../refusal.ts";

/** A guide's world with a payment in it, and the ways in which it can be broken. */
export interface Breakable {
  readonly faults: Demo["faults"];
  /** Throws a Refusal for a fault, or a target of it, that there is not. */
  broken(names: readonly string[]): World;
  /**
   * Those that are left when a task of the page has been done by whoever it belongs to.
   *
   * @param task a remedy's id, or `cause:` and a cause
   */
  leftAfter(names: readonly string[], task: string): string[];
  /** Faults of programs that a task installs: whatever became of them before, they are there then. */
  installedBy(task: string): string[];
}

/** In the demonstration ten minutes are one: who chooses a silent server sees it. */
const demoPayment: PaymentChange = { limits: { workingMs: 60_000 } };

/** @param change what of the payment is otherwise than in the demonstration */
export function breakable(guide: Guide, change: PaymentChange = demoPayment): Breakable {
  const plain = worldOf(guide);
  const healthy: World = withPayment(plain, guide, change) ?? plain;
  const payment = paymentOf(healthy);
  const troubles = payment ? paymentTroubles(guide) : [];
  const troubleOf = (name: string) => troubles.find(({ id }) => id === name);
  // What must change nothing is for tests: whoever chooses it would see nothing happen.
  const possible = allFaults.filter(
    ({ verdict, targets }) => verdict !== "ok" && targets(healthy, guide).length > 0,
  );
  const aimed = (name: string) => {
    try {
      const { fault, target } = aim(name, healthy, guide);
      if (name !== fault.id) return { fault, target };
      return { fault, target: onTheWay(fault.targets(healthy, guide), healthy) ?? target };
    } catch (error) {
      if (error instanceof FaultError) throw refuse("bad-request", name.slice(0, 120));
      throw error;
    }
  };

  function causeOf(name: string): string {
    const trouble = troubleOf(name);
    if (trouble) return trouble.cause;
    const { fault, target } = aimed(name);
    return fault.expect(healthy, guide, target)?.cause ?? fault.verdict;
  }

  return {
    faults: [...possible, ...troubles].map(({ id, title }) => ({ id, title })),
    broken(names) {
      if (names.length > limits.demoFaults) throw refuse("bad-request", "faults");
      const own = names.flatMap((name) => troubleOf(name) ?? []);
      const others = names.filter((name) => troubleOf(name) === undefined).map(aimed);
      const world = applyFaults(healthy, guide, others);
      return payment ? { ...world, payment: own.reduce(applied, payment) } : world;
    },
    leftAfter: (names, task) => names.filter((name) => !ends(guide, task, causeOf(name))),
    installedBy(task) {
      const steps = guide.remedies.find(({ id }) => id === task)?.steps ?? [];
      const installing = steps.filter(({ action }) => action === "install-program");
      const programs = installing.flatMap((step) => step.programs ?? []);
      return programs.map((id) => `program.missing:${id}`);
    },
  };
}

const applied = (payment: Payment, { apply }: { apply(payment: Payment): Payment }) =>
  apply(payment);

/** Of a fault that may be anywhere: where the payment meets it. */
function onTheWay(targets: readonly string[], world: World): string | undefined {
  const wallet = paymentOf(world)?.wallet;
  const [address] = world.names[wallet?.host ?? ""] ?? [];
  return targets.find((target) => target === `${address}:${wallet?.port}`);
}

/** Whether what a task is about is this cause, or what could not be told from it. */
function ends(guide: Guide, task: string, cause: string): boolean {
  const ways = guide.causes.filter(({ id }) => cause === id || cause.startsWith(`${id}.`));
  if (task.startsWith("cause:"))
    return [cause, ...ways.map(({ id }) => id)].includes(task.slice(6));
  return ways.some(({ remedies, managedRemedies = [] }) =>
    [...remedies, ...managedRemedies].includes(task),
  );
}
