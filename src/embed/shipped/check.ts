import { askLoopback } from "./ask-loopback.ts";
import { askPort, canFetch, type PortAnswer } from "./ask-port.ts";
import { explanationOf } from "./explain.ts";
import type { Explanation, Facts } from "./facts.ts";
import type { LoopbackState, Page, Violation } from "./page.ts";

/** What `check` hands over, once. */
export interface Checked {
  loopback: LoopbackState;
  /** One for each role that the guide requires. */
  agents: RoleAnswer[];
  /** What is certain to stand in the way, the first thing first; empty where nothing is. */
  troubles: Explanation[];
}

export interface RoleAnswer {
  role: string;
  answer: PortAnswer;
}

/**
 * Asks the programs on this PC whether they are there. Where the browser would have to ask the user
 * for leave first, that is done only if the page says `mayAsk`: the question belongs to the payment.
 */
export function check(
  page: Page,
  facts: Facts,
  excluded: boolean,
  mayAsk: boolean,
  done: (result: Checked) => void
): void {
  askLoopback(page, function (before) {
    var asks = before !== "denied" && (before !== "prompt" || mayAsk);
    askAgents(page, asks ? facts : null, before === "granted", function (ports) {
      // The user may have been asked meanwhile, and have said no.
      askLoopback(page, function (state) {
        done(checkedOf(facts, excluded, state, ports));
      });
    });
  });
}

/** Asks every port of every agent at once, for a limited time; by role, what each of them said. */
export function askAgents(
  page: Page,
  facts: Facts | null,
  granted: boolean,
  tell: (ports: PortAnswer[][]) => void
): void {
  // Windows tries a closed port of its own three times, which takes two seconds.
  var limitMs = 4000;
  var ports: PortAnswer[][] = [];
  var waiting = 1;
  var barred = false;
  var over = false;
  var abort = page.AbortController && canFetch(page) ? new page.AbortController() : null;
  var timer = page.setTimeout(finish, limitMs);
  var document = page.document;
  if (document.addEventListener) document.addEventListener("securitypolicyviolation", bar, false);
  for (var at = 0; facts && at < facts.roles.length; at += 1) ports.push(askRole(at));
  settle();

  function askRole(index: number): PortAnswer[] {
    var answers: PortAnswer[] = [];
    var agents = facts!.roles[index]!.agents;
    for (var each = 0; each < agents.length; each += 1) {
      var agent = agents[each]!;
      for (var port = agent.first; port < agent.first + agent.count; port += 1) {
        waiting += 1;
        // Who is still waited for at the end may be kept by a question that the browser has put
        // to the user, unless the user has answered it before.
        answers.push(granted ? "silent" : "unknown");
        var url = agent.scheme + "://" + agent.address + ":" + port + agent.path;
        askPort(page, url, abort && abort.signal, noteIn(answers, answers.length - 1));
      }
    }
    return answers;
  }

  function noteIn(answers: PortAnswer[], index: number): (answer: PortAnswer) => void {
    var noted = false;
    return function (answer) {
      if (over || noted) return;
      noted = true;
      answers[index] = answer;
      settle();
    };
  }

  function settle(): void {
    waiting -= 1;
    if (waiting > 0) return;
    page.clearTimeout(timer);
    timer = page.setTimeout(finish, 0);
  }

  // The page's own policy kept a request back: what looks like silence says nothing then.
  function bar(event: Violation): void {
    if (String(event.blockedURI).indexOf("://127.") > 0) barred = true;
  }

  function finish(): void {
    over = true;
    if (document.removeEventListener) {
      document.removeEventListener("securitypolicyviolation", bar, false);
    }
    if (abort) abort.abort();
    for (var role = 0; barred && role < ports.length; role += 1) ports[role]!.push("unknown");
    tell(ports);
  }
}

/** One that answers is enough; silent is only where all are. */
export function joined(answers: PortAnswer[]): PortAnswer {
  var silent = 0;
  for (var at = 0; at < answers.length; at += 1) {
    if (answers[at] === "answers") return "answers";
    if (answers[at] === "silent") silent += 1;
  }
  return silent > 0 && silent === answers.length ? "silent" : "unknown";
}

/** Silence counts only where nobody can have kept the page from asking. */
export function checkedOf(
  facts: Facts,
  excluded: boolean,
  state: LoopbackState,
  ports: PortAnswer[][]
): Checked {
  var told: RoleAnswer[] = [];
  var found: Explanation[] = [];
  if (excluded) found.push(explanationOf(facts, "browser-excluded", ""));
  if (state === "denied") found.push(explanationOf(facts, "loopback-denied", ""));
  for (var at = 0; at < facts.roles.length; at += 1) {
    var name = facts.roles[at]!.role;
    var said = joined(ports[at] || []);
    if (said === "silent" && state !== "granted" && state !== "unknown") said = "unknown";
    told.push({ role: name, answer: said });
    if (said === "silent") found.push(explanationOf(facts, "agent-silent", name));
  }
  return { loopback: state, agents: told, troubles: found };
}
