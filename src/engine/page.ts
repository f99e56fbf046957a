import type { PageFact } from "../evidence/page-outcome.ts";
import type { Reason } from "../evidence/report.ts";
import type { Case } from "./case.ts";
import type { JudgedCheck } from "./check.ts";
import { reason } from "./layer.ts";

/**
 * What a page alone has seen, and what the person at the PC has told, where nobody has looked
 * better. It may speak for a cause, and is then no more than likely; nothing passes because of it.
 */
export function withPage(the: Case, checks: JudgedCheck[]): JudgedCheck[] {
  const page = the.book.one("page");
  const better = checks
    .map((check) => (the.evidence.platform === "browser" ? asSeenByPage(check) : check))
    .map((check) => (check.verdict === "unknown" ? (spokenFor(the, page, check) ?? check) : check));
  return [...better, ...(page ? ownChecks(page) : []), ...reached(the)];
}

/**
 * A page knows the browser that it is in, and not which others the PC has. That a guide serves this
 * one can be said; whatever else seems right seems so for want of sight.
 */
function asSeenByPage(check: JudgedCheck): JudgedCheck {
  if (check.kind === "browser" && check.verdict === "fail") return { ...check, likely: true };
  if (check.kind === "browser" || check.verdict !== "pass") return check;
  return { ...check, verdict: "unknown", because: [reason("reason.not-tested")] };
}

function spokenFor(
  the: Case,
  page: PageFact | undefined,
  check: JudgedCheck,
): JudgedCheck | undefined {
  const proves = (cause: string, because: Reason): JudgedCheck => ({
    ...check,
    verdict: "fail",
    cause,
    because: [because],
  });
  const fails = (cause: string, because: Reason): JudgedCheck => ({
    ...proves(cause, because),
    likely: true,
  });
  const told = (question: string, answer: string) =>
    the.book.get("told", { question })?.answer === answer;
  const because = reason("reason.page.told");
  switch (check.kind) {
    case "clock": {
      const wrong = page && clockTrouble(the.startedAt, page.clock);
      if (wrong) return proves("clock.skew", wrong);
      return told("clock", "no") ? fails("clock.skew", because) : undefined;
    }
    case "popup":
      if (page?.popup?.clicked === "blocked")
        return fails("popup.blocked", reason("reason.page.popup.blocked"));
      return told("popup-mark", "yes") ? fails("popup.blocked", because) : undefined;
    case "program":
      return told(`program:${check.subject}`, "no") ? fails("program.missing", because) : undefined;
    case "agent": {
      const answer = the.book.get("page-agents", { role: check.id.replace(/^agent-/, "") })?.answer;
      if (answer === "silent") return fails("local.agent-down", reason("reason.page.agent.silent"));
      return answer === "answers"
        ? { ...check, because: [reason("reason.page.agent.answers")] }
        : undefined;
    }
    default:
      return undefined;
  }
}

/** A clock that is outside of what can be true is wrong for certain. */
function clockTrouble(now: number, { earliest, latest }: PageFact["clock"]): Reason | undefined {
  if (now < earliest) return reason("reason.page.clock.early", { now, limit: earliest });
  return now > latest ? reason("reason.page.clock.late", { now, limit: latest }) : undefined;
}

/** What is about the page itself: said as it was seen, and a cause of nothing. */
function ownChecks({ popup, loopback, cookies }: PageFact): JudgedCheck[] {
  const check = (id: string, verdict: JudgedCheck["verdict"], ...because: Reason[]) => ({
    id: `page-${id}`,
    kind: "page",
    subject: `page-${id}`,
    verdict,
    because,
  });
  const windows = popup
    ? [
        reason(`reason.page.popup.${popup.clicked}`),
        reason(`reason.page.popup.alone-${popup.alone}`),
      ]
    : [reason("reason.page.popup.not-tried")];
  return [
    check("popup", "unknown", ...windows),
    check("loopback", "unknown", reason(`reason.page.loopback.${loopback}`)),
    cookies
      ? check("cookies", "pass", reason("reason.page.cookies.on"))
      : check("cookies", "fail", reason("reason.page.cookies.off")),
  ];
}

function reached({ book }: Case): JudgedCheck[] {
  return book.all("page-reach").map(({ with: { host, port }, fact: { answer, ms } }) => {
    const id = `page-reach-${host}:${port}`;
    const verdict = answer === "answered" ? ("pass" as const) : ("unknown" as const);
    const because = [reason(`reason.page.${answer}`, { ms })];
    return { id, kind: "page-reach", subject: id, verdict, because };
  });
}
