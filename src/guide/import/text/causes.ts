import {
  type Draft,
  type DraftRemedy,
  type DraftSymptom,
  firewallId,
  popupId,
  type Span,
} from "./draft.ts";

export interface Cause {
  id: string;
  /** Ids of the requirements that show it; none for what is seen on the network. */
  confirmedBy: string[];
  remedies: string[];
  span: Span;
}

/** Causes that follow from what a text demands. */
export function causesOf(draft: Draft): Cause[] {
  const causes: Cause[] = [];
  const add = (id: string, things: readonly (Span & { id: string })[], remedies: DraftRemedy[]) => {
    const span = remedies[0] ?? things[0];
    if (things.length === 0 || !span) return;
    const { from, to } = span;
    const confirmedBy = things.map((thing) => thing.id);
    causes.push({ id, confirmedBy, remedies: remedies.map((each) => each.id), span: { from, to } });
  };
  const doing = (test: (step: DraftRemedy["steps"][number]) => boolean) =>
    draft.remedies.filter(({ steps }) => steps.some(test));
  const sites = doing((step) => step.sites.length > 0);
  const fetched = new Set(
    draft.programs.filter(({ download, tool }) => download && !tool).map(({ id }) => id),
  );
  add("browser.unsupported", draft.browsers, []);
  add("site.not-trusted", draft.sites, sites);
  if (draft.wrong.length > 0) add("site.mistyped", draft.sites, sites);
  const popups = doing((step) => step.popups);
  const [popup] = popups;
  if (popup) add("popup.blocked", [{ id: popupId, from: popup.from, to: popup.to }], popups);
  add(
    "toolbar.present",
    draft.toolbars,
    doing((step) => step.toolbars.length > 0),
  );
  add(
    "program.missing",
    draft.programs.filter(({ id }) => fetched.has(id)),
    // Where something is fetched the step reaches to its address.
    draft.remedies.filter(({ from, to, steps }) =>
      steps.some(({ programs }) =>
        draft.programs.some(
          ({ id, download }) =>
            download &&
            programs.includes(id) &&
            fetched.has(id) &&
            from <= download.from &&
            download.to <= to,
        ),
      ),
    ),
  );
  add(
    "certificate.missing",
    draft.certificates,
    doing((step) => step.certificates.length > 0),
  );
  add(
    "file.missing",
    draft.files,
    doing((step) => step.files.length > 0),
  );
  const [first] = draft.groups;
  const last = draft.endpoints.at(-1);
  if (first && last) {
    const span = { from: first.from, to: last.to };
    causes.push({ id: "tcp.drop", confirmedBy: [], remedies: [firewallId], span });
  }
  return causes;
}

/** What ends with the remedies of a symptom: the causes that show themselves so. */
export function causesBehind(draft: Draft): (symptom: DraftSymptom) => string[] {
  const causes = causesOf(draft).map((cause) => ({ id: cause.id, ends: new Set(cause.remedies) }));
  return ({ remedies }) => {
    const ids = draft.remedies
      .filter(({ number }) => number !== undefined && remedies.includes(number))
      .map(({ id }) => id);
    return causes.filter(({ ends }) => ids.some((id) => ends.has(id))).map(({ id }) => id);
  };
}
