import { owners } from "../../evidence/verdict.ts";
import type { Guide } from "../../guide/guide.ts";
import { actionIds, settingsPages } from "../../guide/schema/action.ts";
import { stepLists } from "../../guide/schema/remedy.ts";
import { pageSigns } from "../../guide/schema/symptom.ts";
import type { Change } from "./change.ts";
import { collector } from "./collector.ts";
import { requirementChanges } from "./requirement-changes.ts";
import { nextOf, otherPort, swapped } from "./wrong.ts";

/**
 * Every fact of a guide, changed once as somebody might get it wrong. Words for people, where a fact
 * is from and when it was looked at, and estimates are no facts in this sense.
 */
export function changesOf(guide: Guide): Change[] {
  return [
    ...guideChanges(guide),
    ...endpointChanges(guide),
    ...requirementChanges(guide),
    ...symptomChanges(guide),
    ...causeChanges(guide),
    ...remedyChanges(guide),
  ];
}

const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);

function guideChanges(guide: Guide): Change[] {
  const { add, refer, changes } = collector("guide");
  add(
    ["edition"],
    "edition",
    guide.edition,
    guide.edition.replace(/^\d{4}/, (y) => `${Number(y) + 1}`),
  );
  for (const [at, { contains }] of guide.sections.entries()) {
    const path = ["sections", at, "contains"];
    const all = contains;
    for (const [index, id] of contains.entries()) refer([...path, index], "contains", id, all, []);
  }
  const { remedy } = guide.escalation;
  add(["escalation", "remedy"], "escalation", remedy, nextOf(idsOf(guide.remedies), remedy));
  return changes;
}

function endpointChanges(guide: Guide): Change[] {
  const { add, texts, addresses, changes } = collector("endpoints");
  const [groups, programs] = [idsOf(guide.groups), idsOf(guide.programs)];
  for (const [at, { program }] of guide.groups.entries())
    add(["groups", at, "program"], "program", program, nextOf(programs, program));
  for (const [at, endpoint] of guide.endpoints.entries()) {
    const path = ["endpoints", at];
    const { group, host, ports, required, direction = "outbound" } = endpoint;
    add([...path, "group"], "group", group, nextOf(groups, group));
    texts([...path, "host"], "host", [host]);
    addresses([...path, "addresses"], endpoint.addresses);
    for (const [index, { port, to, protocol }] of ports.entries()) {
      const own = [...path, "ports", index];
      add([...own, "port"], "port", port, otherPort(port));
      if (to !== undefined) add([...own, "to"], "port", to, otherPort(to));
      add([...own, "protocol"], "protocol", protocol, otherProtocol[protocol]);
    }
    add([...path, "required"], "required", required, !required);
    const other = direction === "outbound" ? "inbound" : "outbound";
    add([...path, "direction"], "direction", endpoint.direction ?? null, other);
  }
  return changes;
}

const otherProtocol = {
  http: "https",
  https: "http",
  ldap: "tcp",
  tcp: "udp",
  udp: "tcp",
} as const;

function symptomChanges(guide: Guide): Change[] {
  const { add, refer, changes } = collector("symptoms");
  const [causes, agents] = [idsOf(guide.causes), idsOf(guide.agents)];
  for (const [at, symptom] of guide.symptoms.entries()) {
    const path = ["symptoms", at];
    const { message, pageSees = [] } = symptom;
    if (message !== undefined) add([...path, "message"], "message", message, swapped(message));
    for (const [index, id] of symptom.causes.entries())
      refer([...path, "causes", index], "causes", id, symptom.causes, causes);
    for (const [index, { sign, agent }] of pageSees.entries()) {
      const own = [...path, "pageSees", index];
      add([...own, "sign"], "pageSees", sign, nextOf(pageSigns, sign));
      if (agent !== undefined) add([...own, "agent"], "pageSees", agent, nextOf(agents, agent));
    }
  }
  return changes;
}

function causeChanges(guide: Guide): Change[] {
  const { add, refer, changes } = collector("causes");
  const remedies = idsOf(guide.remedies);
  for (const [at, cause] of guide.causes.entries()) {
    const path = ["causes", at];
    const { owner, confirmedBy = [], managedRemedies = [], remains } = cause;
    if (owner !== undefined) add([...path, "owner"], "owner", owner, nextOf(owners, owner));
    for (const [index, id] of confirmedBy.entries())
      refer([...path, "confirmedBy", index], "confirmedBy", id, confirmedBy, []);
    for (const [index, id] of cause.remedies.entries())
      refer([...path, "remedies", index], "remedies", id, cause.remedies, remedies);
    for (const [index, id] of managedRemedies.entries())
      refer([...path, "managedRemedies", index], "managedRemedies", id, managedRemedies, remedies);
    if (remains) add([...path, "remains"], "remains", true, null);
  }
  return changes;
}

function remedyChanges(guide: Guide): Change[] {
  const { add, refer, texts, addresses, changes } = collector("remedies");
  for (const [at, remedy] of guide.remedies.entries()) {
    const path = ["remedies", at];
    const { owner, automatic, steps, verifies } = remedy;
    add([...path, "owner"], "owner", owner, nextOf(owners, owner));
    add([...path, "automatic"], "automatic", automatic, !automatic);
    for (const [index, id] of verifies.entries())
      refer([...path, "verifies", index], "verifies", id, verifies, []);
    for (const [index, step] of steps.entries()) {
      const own = [...path, "steps", index];
      for (const list of stepLists)
        for (const [place, id] of (step[list] ?? []).entries())
          refer([...own, list, place], list, id, step[list] ?? [], idsOf(guide[list]));
      const { action, hosts = [], names = [], settings } = step;
      if (action !== undefined)
        add([...own, "action"], "action", action, nextOf(actionIds, action));
      for (const [place, { address, name }] of hosts.entries()) {
        addresses([...own, "hosts", place, "address"], [address], true);
        texts([...own, "hosts", place, "name"], "names", [name]);
      }
      for (const [place, name] of names.entries())
        refer([...own, "names", place], "names", name, names, []);
      if (settings !== undefined)
        add([...own, "settings"], "settings", settings, nextOf(settingsPages, settings));
    }
  }
  return changes;
}
