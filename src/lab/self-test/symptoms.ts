import type { Evidence } from "../../evidence/evidence.ts";
import { version } from "../../evidence/version.ts";
import type { Guide } from "../../guide/guide.ts";
import { worldOf } from "../world-of.ts";
import type { Case } from "./case.ts";
import { type Claims, createClaims } from "./claims.ts";
import type { Desk } from "./desk.ts";
import { isRead } from "./reading.ts";

/** A PC on which nothing may be tested at all: the symptom is all there is. */
function blind(guide: Guide, symptom: string): Evidence {
  return {
    schema: "jochi.evidence/1",
    gatheredBy: version,
    guide: { id: guide.id, edition: guide.edition },
    platform: "memory",
    symptom,
    startedAt: "2026-11-20T01:00:00.000Z",
    durationMs: 0,
    incomplete: false,
    facts: [],
  };
}

/**
 * Somebody sees a symptom of the original guide and is led by a guide: blind, on a PC on which all is
 * well, and on PCs that have one of its causes.
 *
 * @param cases a world for each cause that has one
 */
export async function symptomClaims(
  desk: Desk,
  guide: Guide,
  cases: ReadonlyMap<string, readonly Case[]>,
  only?: string,
): Promise<Claims> {
  const { original, readers } = desk;
  const claims = createClaims();
  const healthy = { world: healthyOf(original) };
  for (const symptom of original.symptoms) {
    const { id, causes, message } = symptom;
    if (only !== undefined && only !== id) continue;
    claims.hold(`${id} read`, isRead(guide, id));
    const guessed = readers.judge(guide, blind(original, id));
    for (const cause of causes) {
      const finding = guessed.findings.find((one) => one.cause === cause);
      const isLed = guessed.plan.some(({ remedy }) => finding?.remedies.includes(remedy));
      claims.hold(`${id} blind ${cause}`, finding?.certainty === "possible" && isLed);
      // Whoever is said to be able to act must find something to do.
      const steps = guessed.plan.filter(({ remedy }) => finding?.remedies.includes(remedy));
      claims.hold(
        `${id} owner ${cause}`,
        steps.some(({ owner }) => owner === finding?.owner),
      );
    }
    const well = await desk.look(guide, healthy, id);
    for (const { cause, certainty, remedies } of well.findings) {
      claims.hold(`${id} well ${certainty} ${cause}`, true);
      if (certainty === "possible")
        for (const remedy of remedies)
          claims.hold(
            `${id} well leads ${cause} ${remedy}`,
            well.plan.some((step) => step.remedy === remedy),
          );
    }
    for (const cause of causes) {
      for (const one of cases.get(cause) ?? []) {
        const { findings } = await desk.look(guide, one, id);
        const [first] = findings;
        claims.hold(`${id} first ${one.id}`, first?.cause === cause);
        // What fails for another cause is never said to have passed.
        const ruledOut = findings.filter(({ certainty }) => certainty === "ruled-out");
        const wrongly = ruledOut.filter((other) =>
          other.subjects.some((s) => first?.subjects.includes(s)),
        );
        claims.hold(`${id} fair ${one.id}`, wrongly.length === 0);
        for (const other of causes)
          if (!ruledOut.some((each) => each.cause === other))
            claims.hold(`${id} open ${one.id} ${other}`, true);
      }
    }
    if (message !== undefined) claims.hold(`${id} message`, onScreen(guide, message) === id);
    const signs = readers.signs(guide);
    for (const key of Object.keys(readers.signs(original))) {
      if (readers.signs(original)[key] !== id) continue;
      const led = guide.symptoms.find((one) => one.id === signs[key]);
      const [usual] = causes;
      claims.hold(
        `${id} sign ${key}`,
        led !== undefined && usual !== undefined && led.causes.includes(usual),
      );
    }
  }
  return claims;
}

const made = new WeakMap<Guide, ReturnType<typeof worldOf>>();
function healthyOf(guide: Guide) {
  const world = made.get(guide) ?? worldOf(guide);
  made.set(guide, world);
  return world;
}

/** The symptom whose message stands on a screen, letter by letter but for how lines are broken. */
function onScreen({ symptoms }: Guide, screen: string): string | undefined {
  const flat = (text: string) => text.replace(/\s+/g, " ").trim();
  const shown = flat(`… ${screen} …`);
  return symptoms.find(({ message }) => message !== undefined && shown.includes(flat(message)))?.id;
}
