import { useEffect, useRef } from "preact/hooks";
import { usePage } from "./page.tsx";
import { Note } from "./parts.tsx";

/** Troubles in which nothing on this page can go on. */
const final = ["no-session", "code-used", "gone", "bad-request"];

/** What went wrong, in words, with what can be done about it. */
export function TroubleNote() {
  const { model, store, conduct, t } = usePage();
  const { trouble, guide } = model;
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (trouble) box.current?.scrollIntoView({ block: "nearest" });
  }, [trouble]);
  return (
    <div role="alert" ref={box} class="trouble">
      {trouble && (
        <Note tone={trouble.code === "stopped" ? "plain" : "care"}>
          <p>
            {trouble.code !== "stopped" && <strong>{t("trouble")} </strong>}
            {t(`trouble.${trouble.code}`, { detail: trouble.detail ?? "-" })}
          </p>
          {!final.includes(trouble.code) && (
            <p class="buttons">
              {guide ? (
                <button type="button" onClick={() => store.tell({ type: "trouble-read" })}>
                  {t("trouble.close")}
                </button>
              ) : (
                <button type="button" onClick={() => conduct.open()}>
                  {t("trouble.retry")}
                </button>
              )}
            </p>
          )}
        </Note>
      )}
    </div>
  );
}
