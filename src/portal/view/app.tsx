import { useEffect, useMemo, useState } from "preact/hooks";
import type { Model } from "../model.ts";
import { After } from "./after.tsx";
import { End, Paid, Stuck } from "./end.tsx";
import { Finding } from "./finding.tsx";
import { GuideScreen } from "./guide.tsx";
import { JournalScreen } from "./journal.tsx";
import { type Page, PageContext, wordsOf } from "./page.tsx";
import { Waiting } from "./parts.tsx";
import { Result } from "./result.tsx";
import { Shell } from "./shell.tsx";
import { Start } from "./start.tsx";
import { TaskScreen } from "./task.tsx";

type AppProps = Pick<Page, "store" | "conduct" | "guideHtml" | "wayOut">;

export function App({ store, conduct, guideHtml, wayOut }: AppProps) {
  const [model, draw] = useState(store.get());
  useEffect(() => {
    // Something may have happened between the first drawing and now.
    draw(store.get());
    return store.watch(() => draw(store.get()));
  }, [store]);
  const { lang, guide } = model;
  const t = useMemo(() => wordsOf({ lang, guide }), [lang, guide]);
  const page = { model, store, conduct, guideHtml, wayOut, t };
  return (
    <PageContext.Provider value={page}>
      <Shell title={titleOf(model, t)}>
        {model.guide && model.who ? (
          <Screens model={model} />
        ) : (
          !model.trouble && <Waiting>{t("opening")}</Waiting>
        )}
      </Shell>
    </PageContext.Provider>
  );
}

/** Keys: a new screen is a new heading, which takes the focus. */
function Screens({ model }: { model: Model }) {
  const { screen, over } = model;
  if (over === "guide") return <GuideScreen key="guide" />;
  if (over === "journal") return <JournalScreen key="journal" />;
  switch (screen.at) {
    case "start":
      return <Start key="start" />;
    case "finding":
      return <Finding key="finding" again={model.judged !== null} />;
    case "result":
      return <Result key={`result ${model.judged?.diagnosis.startedAt}`} />;
    case "task":
      return <TaskScreen key={`task ${screen.task}`} id={screen.task} />;
    case "after":
      return <After key={`after ${model.judged?.diagnosis.startedAt}`} task={screen.task} />;
    case "end":
      return <End key="end" />;
    case "stuck":
      return <Stuck key="stuck" />;
    case "paid":
      return <Paid key="paid" />;
  }
}

function titleOf({ screen, over }: Model, t: (key: string) => string): string {
  if (over !== null) return t(`${over}.title`);
  const titles = {
    start: "start.title",
    finding: "finding.title",
    result: "result.title",
    task: "course",
    after: "after.title",
    end: "end.title",
    stuck: "stuck.title",
    paid: "paid.title",
  };
  return t(titles[screen.at]);
}
