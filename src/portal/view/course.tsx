import { taskView } from "../course.ts";
import type { Lamp } from "../find-map.ts";
import type { Task } from "../task.ts";
import { useReady } from "./page.tsx";
import { Light } from "./parts.tsx";

const lamps: Record<Task["state"], Lamp> = {
  open: "waiting",
  asked: "looked",
  checking: "looked",
  tried: "unsure",
  skipped: "waiting",
  done: "ok",
  needless: "ok",
};

/** All steps and how far each has come; every one of them can be gone to. */
export function Course({ course, now }: { course: readonly Task[]; now: string | null }) {
  const { model, guide, store, t } = useReady();
  const { judged, lang } = model;
  if (course.length < 2 || !judged) return null;
  const at = course.findIndex(({ id }) => id === now);
  return (
    <nav class="course" aria-label={t("course")}>
      {at >= 0 && <p class="hint">{t("course.place", { total: course.length, at: at + 1 })}</p>}
      <ol>
        {course.map((task) => (
          <li key={task.id}>
            <button
              type="button"
              aria-current={task.id === now ? "step" : undefined}
              onClick={() => store.tell({ type: "task", task: task.id })}
            >
              <Light lamp={lamps[task.state]} />
              <span>{taskView(task, judged.diagnosis, guide, lang)?.title ?? task.id}</span>
              <small>{t(`state.${task.state}`)}</small>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
