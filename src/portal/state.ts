import type { Lang } from "../text/words.ts";
import { canHere, courseAfter, withState } from "./course.ts";
import { emptyMap, mapAfter } from "./find-map.ts";
import type { Happening, Model, Place, Screen } from "./model.ts";
import { treatStep, undoStep } from "./state-treat.ts";
import type { Task } from "./task.ts";
import type { Judged, Trouble } from "./wire.ts";

export function firstModel(lang: Lang): Model {
  return {
    lang,
    who: null,
    guide: null,
    screen: { at: "start" },
    over: null,
    query: "",
    symptom: null,
    answers: {},
    map: emptyMap,
    judged: null,
    before: null,
    course: [],
    treatment: null,
    journal: null,
    undoing: null,
    trouble: null,
  };
}

/** The page after something has happened. Whatever does not fit where the person is changes nothing. */
export function reduce(model: Model, event: Happening): Model {
  switch (event.type) {
    case "ready": {
      const known = event.guide.symptoms.some(({ id }) => id === event.symptom);
      const symptom = known ? event.symptom! : null;
      return { ...model, who: event.who, guide: event.guide, symptom, trouble: null };
    }
    case "language":
      return { ...model, lang: event.lang };
    case "searched":
      return { ...model, query: event.query };
    case "begun":
      return {
        ...fresh(model),
        symptom: event.symptom,
        screen: { at: "finding", again: null },
        map: emptyMap,
      };
    case "begun-again":
      return {
        ...model,
        trouble: null,
        screen: { at: "finding", again: event.task, ...(event.back && { back: true }) },
        map: emptyMap,
        course: withState(model.course, event.task, "checking"),
      };
    case "progress":
      return { ...model, map: mapAfter(model.map, event.event) };
    case "found":
      return found(model, event.judged);
    case "trouble":
      return troubled(model, event.trouble);
    case "trouble-read":
      return { ...model, trouble: null };
    case "task":
      return {
        ...model,
        screen: { at: "task", task: event.task },
        treatment: model.treatment?.task === event.task ? model.treatment : null,
        trouble: null,
      };
    case "did":
      return { ...model, course: withState(model.course, event.task, event.state) };
    case "go":
      return gone(model, event.to);
    case "over":
      return { ...model, over: event.over, undoing: null, trouble: null };
    case "answered":
      return { ...model, answers: { ...model.answers, [event.question]: event.answer } };
    case "unanswered": {
      const { [event.question]: _, ...answers } = model.answers;
      return { ...model, answers };
    }
    case "demo":
      return { ...fresh(model), who: event.who, screen: { at: "start" } };
    case "who":
      return { ...model, who: event.who };
    case "returned":
      return returned(model, event.place);
    case "journal":
    case "reading-undo":
    case "undo-changes":
    case "undoing":
    case "undone":
      return undoStep(model, event);
    default:
      return treatStep(model, event);
  }
}

/** Forgets what belonged to another complaint. */
function fresh(model: Model): Model {
  return {
    ...model,
    judged: null,
    before: null,
    course: [],
    treatment: null,
    answers: {},
    trouble: null,
    over: null,
  };
}

function found(model: Model, judged: Judged): Model {
  const { who, guide, screen } = model;
  if (!who || !guide) return model;
  const again = screen.at === "finding" && model.judged !== null && !screen.back;
  const course = courseAfter(model.course, judged.diagnosis, guide, canHere(who.can, judged));
  return {
    ...model,
    judged,
    before: again ? model.judged!.diagnosis : null,
    course,
    trouble: null,
    screen:
      screen.at === "finding" && again ? { at: "after", task: screen.again } : { at: "result" },
  };
}

/** Only to where there still is something; a look that is over does not begin again by itself. */
function returned(model: Model, { screen, over }: Place): Model {
  const { judged, course } = model;
  const place = { ...model, over, trouble: null, undoing: null };
  if (screen.at === "start") return { ...place, screen };
  if (!judged) return { ...place, screen: { at: "start" } };
  const gone = screen.at === "task" && !course.some(({ id }) => id === screen.task);
  return { ...place, screen: screen.at === "finding" || gone ? { at: "result" } : screen };
}

/** Back to where something can be done about it; what was being checked was not. */
function troubled(model: Model, trouble: Trouble): Model {
  const { screen, judged, treatment } = model;
  const course = model.course.map(
    (task): Task => (task.state === "checking" ? { ...task, state: "open" } : task),
  );
  const back: Screen =
    screen.at !== "finding"
      ? screen
      : screen.again !== null
        ? { at: "task", task: screen.again }
        : { at: judged ? "result" : "start" };
  return {
    ...model,
    course,
    trouble,
    screen: back,
    treatment: treatment?.phase === "over" ? treatment : null,
    undoing: model.undoing?.phase === "over" ? model.undoing : null,
  };
}

function gone(model: Model, to: "start" | "result" | "end" | "stuck" | "paid"): Model {
  if (to === "start") return { ...fresh(model), screen: { at: "start" } };
  if (to === "result" && !model.judged) return model;
  return { ...model, screen: { at: to }, trouble: null };
}
