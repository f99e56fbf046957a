import { courseAfter, withState } from "./course.ts";
import type { Happening, Model, Treatment, Undoing } from "./model.ts";
import type { Judged, TreatLine, TreatResult } from "./wire.ts";

/** What happens around changes to the PC: agreed to, made, verified, and taken back. */
export function treatStep(model: Model, event: Happening): Model {
  const { treatment } = model;
  switch (event.type) {
    case "reading-changes": {
      const { task } = event;
      const begun: Treatment = { task, phase: "reading", preview: null, states: [], result: null };
      return { ...model, treatment: begun, trouble: null };
    }
    case "changes":
      if (treatment?.phase !== "reading" || treatment.task !== event.preview.remedy) return model;
      return { ...model, treatment: { ...treatment, phase: "shown", preview: event.preview } };
    case "treating":
      if (treatment?.phase !== "shown") return model;
      return {
        ...model,
        treatment: { ...treatment, phase: "doing" },
        course: withState(model.course, treatment.task, "checking"),
      };
    case "treat-line":
      return treatment ? { ...model, treatment: lineRead(treatment, event.line) } : model;
    case "treated":
      return treated(model, event.result, event.judged);
    case "put-away":
      return { ...model, treatment: null };
    default:
      return model;
  }
}

function lineRead(treatment: Treatment, line: TreatLine): Treatment {
  if (line.type === "journal") return { ...treatment, states: line.states };
  if (line.type === "verifying") return { ...treatment, phase: "verifying" };
  return treatment;
}

/** A treatment that was taken back leaves its task open; the reason stands beside it. */
function treated(model: Model, result: TreatResult, judged: Judged | null): Model {
  const { treatment, who, guide } = model;
  if (!treatment || !who || !guide) return model;
  const over: Treatment = { ...treatment, phase: "over", result };
  const done = result.outcome === "done";
  const standing = withState(model.course, treatment.task, done ? "checking" : "tried");
  if (!judged) return { ...model, treatment: over, course: standing };
  return {
    ...model,
    treatment: over,
    before: model.judged?.diagnosis ?? null,
    judged,
    course: courseAfter(standing, judged.diagnosis, guide, who.can),
    screen: { at: "after", task: treatment.task },
  };
}

export function undoStep(model: Model, event: Happening): Model {
  const { undoing } = model;
  switch (event.type) {
    case "journal":
      return { ...model, journal: event.list };
    case "reading-undo": {
      const begun: Undoing = { id: event.id, phase: "reading", preview: null, result: null };
      return { ...model, undoing: begun, trouble: null };
    }
    case "undo-changes":
      if (undoing?.phase !== "reading" || undoing.id !== event.preview.id) return model;
      return { ...model, undoing: { ...undoing, phase: "shown", preview: event.preview } };
    case "undoing":
      return undoing?.phase === "shown"
        ? { ...model, undoing: { ...undoing, phase: "doing" } }
        : model;
    case "undone":
      return undoing
        ? { ...model, undoing: { ...undoing, phase: "over", result: event.result } }
        : model;
    default:
      return model;
  }
}
