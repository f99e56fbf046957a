import type { Reading } from "../evidence/outcome.ts";
import type { Case } from "./case.ts";
import { type JudgedCheck, unreadReason } from "./check.ts";
import { reason } from "./layer.ts";

type Outcome = Pick<JudgedCheck, "verdict" | "because" | "cause">;

const trustedZone = 2;

/** Every requirement of the guide that is about the PC itself and not about its network. */
export function judgePc(the: Case): JudgedCheck[] {
  return [
    ...judgeBrowsers(the),
    ...judgeSites(the),
    ...judgePopups(the),
    ...judgeToolbars(the),
    ...judgePrograms(the),
    ...judgeCertificates(the),
    ...judgeFiles(the),
  ];
}

/** Holds a reading against a requirement; what could not be read is never a pass or a fail. */
function held<T>(
  id: string,
  kind: string,
  seen: Reading<T> | undefined,
  judge: (value: T) => Outcome,
): JudgedCheck {
  const base = { id, kind, subject: id };
  if (seen?.state === "found") return { ...base, ...judge(seen.value) };
  const verdict = seen?.state === "not-applicable" ? "not-applicable" : "unknown";
  return { ...base, verdict, because: [unreadReason(seen)] };
}

const pass: Outcome = { verdict: "pass", because: [reason("reason.pc.as-required")] };

function fail(cause: string, gaps: Record<string, string | number>): Outcome {
  return { verdict: "fail", because: [reason(`reason.pc.${cause}`, gaps)], cause };
}

function judgeBrowsers(the: Case): JudgedCheck[] {
  const rules = the.guide.browsers;
  const [first] = rules;
  if (!first) return [];
  const minimum = rules.map((rule) => `${rule.browser} ${rule.minimumVersion}`).join(", ");
  return [
    held(first.id, "browser", the.book.one("browsers"), (browsers) => {
      const served = browsers.some(({ id, version }) =>
        rules.some(
          (rule) => rule.browser === id && Number.parseInt(version, 10) >= rule.minimumVersion,
        ),
      );
      const found = browsers.map(({ id, version }) => `${id} ${version}`).join(", ");
      return served ? pass : fail("browser.unsupported", { found: found || "-", minimum });
    }),
  ];
}

function judgeSites(the: Case): JudgedCheck[] {
  const { sites, wrong } = the.guide;
  return sites.map(({ id, pattern }) =>
    held(id, "site", the.book.one("zone-entries"), (entries) => {
      const trusted = entries.filter(({ zone }) => zone === trustedZone).map(({ entry }) => entry);
      if (trusted.some((entry) => entry.toLowerCase() === pattern.toLowerCase())) return pass;
      const typo = wrong.find(({ entry, meant }) => meant === id && trusted.includes(entry));
      if (typo) return fail("site.mistyped", { entry: typo.entry, meant: pattern });
      return fail("site.not-trusted", { name: pattern });
    }),
  );
}

function judgePopups(the: Case): JudgedCheck[] {
  return the.guide.popups.map(({ id, origins }) =>
    held(id, "popup", the.book.one("popups"), (settings) => {
      const blocked = settings.find(
        (setting) =>
          setting.blocked && !origins.every((origin) => setting.allowed.includes(origin)),
      );
      const blockedWithoutList = settings.find((s) => s.blocked && origins.length === 0);
      const bad = blocked ?? blockedWithoutList;
      return bad ? fail("popup.blocked", { name: bad.browser }) : pass;
    }),
  );
}

function judgeToolbars(the: Case): JudgedCheck[] {
  return the.guide.toolbars.map(({ id, names }) =>
    held(id, "toolbar", the.book.one("programs"), (programs) => {
      const found = programs.find(({ name }) => names.some((known) => matches(known, name)));
      return found ? fail("toolbar.present", { name: found.name }) : pass;
    }),
  );
}

function judgePrograms(the: Case): JudgedCheck[] {
  return the.guide.programs
    .filter(({ required }) => required)
    .map(({ id, name: title, uninstallNames, minimumVersion }) =>
      held(id, "program", the.book.one("programs"), (programs) => {
        const found = programs.find(({ name }) =>
          uninstallNames.some((known) => matches(known, name)),
        );
        if (!found) return fail("program.missing", { name: title });
        if (found.state === "half") return fail("program.missing", { name: found.name });
        if (minimumVersion && found.version && older(found.version, minimumVersion)) {
          const { name, version } = found;
          return fail("program.outdated", { name, version, minimum: minimumVersion });
        }
        if (found.running === false) return fail("program.stopped", { name: found.name });
        return pass;
      }),
    );
}

function judgeCertificates(the: Case): JudgedCheck[] {
  return the.guide.certificates.map(({ id, file, candidates }) =>
    held(id, "certificate", the.book.one("roots"), (roots) => {
      const found = roots.find((root) =>
        candidates.some(({ sha256, subject }) =>
          sha256 === undefined ? root.subject.includes(subject) : root.sha256 === sha256,
        ),
      );
      if (!found) return fail("certificate.missing", { name: file });
      if (found.distrusted) return fail("certificate.distrusted", { name: found.subject });
      return pass;
    }),
  );
}

function judgeFiles(the: Case): JudgedCheck[] {
  return the.guide.files.map(({ id, paths }) => {
    const seen = paths.map((path) => the.book.get("path", { path }));
    const exists = seen.find((one) => one?.state === "found" && one.value);
    const unread = seen.find((one) => one?.state !== "found");
    const answer: Reading<boolean> | undefined = exists ?? unread ?? seen[0];
    return held(id, "file", answer, (there) =>
      there ? pass : fail("file.missing", { name: paths[0] ?? "" }),
    );
  });
}

/** `*` at the end of a known name stands for any rest; versions and marks follow names. */
function matches(known: string, name: string): boolean {
  const pattern = known.toLowerCase();
  const seen = name.toLowerCase();
  return pattern.endsWith("*") ? seen.startsWith(pattern.slice(0, -1)) : seen === pattern;
}

function older(version: string, minimum: string): boolean {
  const parts = (text: string) => text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  const [a, b] = [parts(version), parts(minimum)];
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference < 0;
  }
  return false;
}
