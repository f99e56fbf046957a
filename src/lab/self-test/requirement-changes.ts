import type { Guide } from "../../guide/guide.ts";
import type { Change } from "./change.ts";
import { collector } from "./collector.ts";
import {
  misread,
  neighbour,
  nextOf,
  otherPath,
  otherPort,
  raised,
  swapped,
  yearLater,
} from "./wrong.ts";

/** Facts about what has to hold on the PC itself. */
export function requirementChanges(guide: Guide): Change[] {
  return [
    ...siteChanges(guide),
    ...browserChanges(guide),
    ...programChanges(guide),
    ...agentChanges(guide),
    ...certificateChanges(guide),
    ...fileChanges(guide),
  ];
}

function siteChanges({ sites, wrong }: Guide): Change[] {
  const { add, texts, changes } = collector("sites");
  for (const [at, { pattern, pages = [] }] of sites.entries()) {
    texts(["sites", at, "pattern"], "pattern", [pattern]);
    for (const [index, { url }] of pages.entries())
      add(["sites", at, "pages", index, "url"], "page", url, otherHost(url));
  }
  const ids = sites.map(({ id }) => id);
  for (const [at, { entry, meant }] of wrong.entries()) {
    texts(["wrong", at, "entry"], "entry", [entry]);
    add(["wrong", at, "meant"], "meant", meant, nextOf(ids, meant));
  }
  return changes;
}

function otherHost(url: string): string {
  const { host } = new URL(url);
  return url.replace(host, swapped(host));
}

const browsers = ["ie", "edge", "chrome", "whale", "firefox"] as const;

function browserChanges(guide: Guide): Change[] {
  const { add, texts, changes } = collector("browsers");
  for (const [at, { browser, minimumVersion }] of guide.browsers.entries()) {
    add(["browsers", at, "browser"], "browser", browser, nextOf(browsers, browser));
    add(["browsers", at, "minimumVersion"], "version", minimumVersion, minimumVersion + 1);
  }
  for (const [at, { origins }] of guide.popups.entries())
    texts(["popups", at, "origins"], "origin", origins, true);
  for (const [at, { names, uninstallNames }] of guide.toolbars.entries()) {
    texts(["toolbars", at, "names"], "name", names, true);
    texts(["toolbars", at, "uninstallNames"], "name", uninstallNames, true);
  }
  for (const [at, { origins }] of guide.localNetwork.entries())
    texts(["localNetwork", at, "origins"], "origin", origins, true);
  return changes;
}

function programChanges({ programs }: Guide): Change[] {
  const { add, texts, changes } = collector("programs");
  for (const [at, program] of programs.entries()) {
    const path = ["programs", at];
    const { publisher, minimumVersion, download, conflictsWith = [], required } = program;
    texts([...path, "uninstallNames"], "name", program.uninstallNames, true);
    if (publisher !== undefined) texts([...path, "publisher"], "publisher", [publisher]);
    texts([...path, "services"], "service", program.services, true);
    texts([...path, "processes"], "process", program.processes, true);
    texts([...path, "installFolders"], "path", program.installFolders, true);
    if (minimumVersion !== undefined)
      add([...path, "minimumVersion"], "version", minimumVersion, raised(minimumVersion));
    for (const [index, { names }] of conflictsWith.entries())
      texts([...path, "conflictsWith", index, "names"], "name", names, true);
    add([...path, "required"], "required", required, !required);
    if (!download) continue;
    const own = [...path, "download"];
    add([...own, "url"], "url", download.url, otherPath(download.url));
    texts([...own, "file"], "file", [download.file]);
    for (const [index, hash] of (download.sha256 ?? []).entries())
      add([...own, "sha256", index], "fingerprint", hash, misread(hash));
    if (!download.publisher) continue;
    const { subject, issuer } = download.publisher;
    texts([...own, "publisher", "subject"], "signer", [subject]);
    if (issuer !== undefined) texts([...own, "publisher", "issuer"], "signer", [issuer]);
  }
  return changes;
}

const protocols = { https: "http", http: "https", wss: "https" } as const;

function agentChanges({ agents, programs }: Guide): Change[] {
  const { add, texts, changes } = collector("programs");
  const [roles, owners] = [
    [...new Set(agents.map(({ role }) => role))],
    programs.map(({ id }) => id),
  ];
  for (const [at, agent] of agents.entries()) {
    const path = ["agents", at];
    const { address, name, ports, protocol, expect, certificateContains, role } = agent;
    add([...path, "program"], "program", agent.program, nextOf(owners, agent.program));
    add([...path, "address"], "address", address, neighbour(address));
    if (name !== undefined) texts([...path, "name"], "host", [name]);
    add([...path, "ports", "first"], "port", ports.first, otherPort(ports.first));
    add([...path, "ports", "count"], "port", ports.count, ports.count === 1 ? 2 : ports.count - 1);
    add([...path, "protocol"], "protocol", protocol, protocols[protocol]);
    add([...path, "path"], "path", agent.path, agent.path === "/" ? "/index" : swapped(agent.path));
    if (expect !== undefined) texts([...path, "expect"], "answer", [expect]);
    if (certificateContains !== undefined)
      texts([...path, "certificateContains"], "certificate", [certificateContains]);
    add([...path, "role"], "role", role, nextOf(roles, role));
    add([...path, "required"], "required", agent.required, !agent.required);
  }
  return changes;
}

function certificateChanges({ certificates }: Guide): Change[] {
  const { add, texts, changes } = collector("certificates");
  for (const [at, { file, url, candidates }] of certificates.entries()) {
    const path = ["certificates", at];
    texts([...path, "file"], "file", [file]);
    add([...path, "url"], "url", url, otherPath(url));
    for (const [index, candidate] of candidates.entries()) {
      const own = [...path, "candidates", index];
      const { subject, sha1, sha256, notBefore, notAfter, distrusted } = candidate;
      texts([...own, "subject"], "subject", [subject]);
      if (sha1 !== undefined) add([...own, "sha1"], "fingerprint", sha1, misread(sha1));
      if (sha256 !== undefined) add([...own, "sha256"], "fingerprint", sha256, misread(sha256));
      if (notBefore !== undefined)
        add([...own, "notBefore"], "day", notBefore, yearLater(notBefore));
      if (notAfter !== undefined) add([...own, "notAfter"], "day", notAfter, yearLater(notAfter));
      if (!distrusted) continue;
      const { since, newOnly } = distrusted;
      add([...own, "distrusted", "since"], "day", since, yearLater(since));
      add([...own, "distrusted", "newOnly"], "distrust", newOnly ?? null, newOnly ? null : true);
    }
  }
  return changes;
}

function fileChanges({ files }: Guide): Change[] {
  const { texts, changes } = collector("files");
  for (const [at, { paths }] of files.entries()) texts(["files", at, "paths"], "path", paths, true);
  return changes;
}
