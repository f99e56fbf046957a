import type { Guide } from "../../guide/guide.ts";
import { stepWords } from "../../report/words.ts";
import { say } from "../../text/say.ts";
import { taskView } from "../course.ts";
import { StepPicture } from "../pictures/_step.tsx";
import type { Task as CourseTask } from "../task.ts";
import { Course } from "./course.tsx";
import { DoneByThem } from "./demonstration.tsx";
import { Message } from "./message.tsx";
import { useReady } from "./page.tsx";
import { Fold, List, Note, Title } from "./parts.tsx";
import { TreatmentPart } from "./treatment.tsx";

/** One step at a time. */
export function TaskScreen({ id }: { id: string }) {
  const { model, guide, who, t } = useReady();
  const { course, judged, lang } = model;
  const task = course.find((each) => each.id === id);
  const words = task && judged && taskView(task, judged.diagnosis, guide, lang);
  if (!task || !words) return null;
  const remedy = guide.remedies.find((each) => each.id === id);
  const { minutes, why, warnings, irreversible, ownerWords } = words;
  const busy = model.treatment?.phase === "doing" || model.treatment?.phase === "verifying";
  return (
    <>
      <Course course={course} now={id} />
      <Title>{words.title}</Title>
      <p class="lead">
        {t(`task.${task.kind}`, { owner: ownerWords })}{" "}
        {minutes !== undefined && t("task.minutes", { minutes })}
      </p>
      {why && task.state === "open" && <p class="hint">{why}</p>}
      {task.kind === "self" && (
        <>
          {irreversible && (
            <Note tone="care">
              <p>
                <strong>{say(lang, "ui.irreversible")}</strong> {irreversible}
              </p>
            </Note>
          )}
          {warnings.length > 0 && (
            <Note tone="care">
              <List items={warnings} />
            </Note>
          )}
        </>
      )}
      {task.kind === "auto" && <TreatmentPart task={task} />}
      {task.kind === "self" && remedy && <Steps remedy={remedy} />}
      {task.kind === "other" && <Message task={task} />}
      {task.kind === "auto" && !busy && remedy && (
        <Fold title={t("task.by-hand")}>
          {warnings.length > 0 && <List items={warnings} />}
          <Steps remedy={remedy} />
          <p class="buttons">
            <Again task={task} />
          </p>
        </Fold>
      )}
      {!busy && <Moves task={task} />}
      {!busy && who.demo && <DoneByThem task={task} />}
    </>
  );
}

function Moves({ task }: { task: CourseTask }) {
  const { conduct, t } = useReady();
  const { id, kind, state } = task;
  const skip = () => {
    conduct.did(id, "skipped");
    conduct.next(id);
  };
  return (
    <p class="buttons">
      {kind === "other" && (
        <button
          type="button"
          class="strong"
          onClick={() => {
            conduct.did(id, "asked");
            conduct.next(id);
          }}
        >
          {t("task.asked")}
        </button>
      )}
      {kind !== "auto" && <Again task={task} />}
      {state !== "asked" && (
        <button type="button" class="quiet" onClick={skip}>
          {t("task.skip")}
        </button>
      )}
    </p>
  );
}

/** It was done, by whomever: look again. */
function Again({ task: { id, kind } }: { task: CourseTask }) {
  const { who, conduct, t } = useReady();
  const words = { other: "task.answered", self: "task.did", auto: "task.did.by-hand" };
  const again = () => {
    if (who.can.diagnose) return conduct.again(id);
    conduct.did(id, "tried");
    conduct.next(id);
  };
  // Sent is all that can be said of it where nobody can look again.
  if (kind === "other" && !who.can.diagnose) return null;
  return (
    <button type="button" class={kind === "self" ? "strong" : ""} onClick={again}>
      {t(who.can.diagnose ? words[kind] : "task.did.next")}
    </button>
  );
}

/** What a person does, each with a picture of what is on the screen. */
export function Steps({ remedy }: { remedy: Guide["remedies"][number] }) {
  const { model, guide } = useReady();
  return (
    <ol class="steps">
      {remedy.steps.map((step, at) => (
        <li key={at}>
          <p>{stepWords(step, guide, model.lang)}</p>
          <StepPicture step={step} guide={guide} />
        </li>
      ))}
    </ol>
  );
}
