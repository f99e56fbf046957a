import { useMemo } from "preact/hooks";
import { useReady } from "./page.tsx";
import { Title } from "./parts.tsx";

/** The whole guide in its own order, to read and to print. */
export function GuideScreen() {
  const { model, guide, conduct, guideHtml, t } = useReady();
  const { lang } = model;
  const text = useMemo(() => guideHtml(guide, lang), [guideHtml, guide, lang]);
  return (
    <>
      <Title>{t("guide.title")}</Title>
      <p class="buttons">
        <button type="button" onClick={() => conduct.over(null)}>
          {t("back")}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t("print")}
        </button>
      </p>
      {/* Made by `html` alone, which lets nothing through unescaped. */}
      <article class="guide" dangerouslySetInnerHTML={{ __html: text }} />
    </>
  );
}
