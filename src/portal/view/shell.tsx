import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { say } from "../../text/say.ts";
import { langNames } from "../../text/screens.ts";
import { langs } from "../../text/words.ts";
import { nameOf } from "../conduct.ts";
import { usePage } from "./page.tsx";
import { TroubleNote } from "./trouble.tsx";

/** What stands around every screen. */
export function Shell({ title, children }: { title: string; children: ComponentChildren }) {
  const { model, store, t } = usePage();
  const { lang, who, guide } = model;
  useEffect(() => {
    document.documentElement.lang = lang;
    document.title = t("title", { screen: title });
  }, [lang, title, t]);
  return (
    <>
      <a class="skip" href="#main">
        {t("skip")}
      </a>
      <header class="head">
        <div class="head-inside">
          <button
            type="button"
            class="brand"
            onClick={() => {
              store.tell({ type: "over", over: null });
              store.tell({ type: "go", to: "start" });
            }}
          >
            <Mark />
            <span>{t("name")}</span>
            <span class="brand-home">{t("home")}</span>
          </button>
          <Tools />
        </div>
      </header>
      <main id="main" tabIndex={-1}>
        <TroubleNote />
        {children}
      </main>
      <footer class="foot">
        {who && guide && (
          <p>
            {t("version", { version: who.version, guide: nameOf(guide) })}{" "}
            {who.about ? say(lang, who.about.key, who.about.with) : t("version.tests")}
          </p>
        )}
      </footer>
    </>
  );
}

function Tools() {
  const { model, store, conduct, t } = usePage();
  const { lang, who, guide, over } = model;
  return (
    <nav class="tools" aria-label={t("menu")}>
      {guide && (
        <button
          type="button"
          aria-pressed={over === "guide"}
          onClick={() => conduct.over(over === "guide" ? null : "guide")}
        >
          {t("guide")}
        </button>
      )}
      {who?.can.treat && (
        <button
          type="button"
          aria-pressed={over === "journal"}
          onClick={() => conduct.over(over === "journal" ? null : "journal")}
        >
          {t("journal")}
        </button>
      )}
      {langs
        .filter((each) => each !== lang)
        .map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            onClick={() => store.tell({ type: "language", lang: each })}
          >
            {langNames[each]}
          </button>
        ))}
    </nav>
  );
}

/** A sprig that has been put back upright: something was set right. */
function Mark() {
  return (
    <svg class="mark" viewBox="0 0 28 28" aria-hidden="true" focusable="false">
      <rect width="28" height="28" rx="7" />
      <path d="M7 15l5 5l9-12" />
    </svg>
  );
}
