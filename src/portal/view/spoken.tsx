import { useEffect, useRef } from "preact/hooks";
import { say } from "../../text/say.ts";
import type { Lang } from "../../text/words.ts";
import { useReady } from "./page.tsx";

const readIn = (digits: string, lang: Lang) =>
  [...digits].map((digit) => say(lang, `carry.digit.${digit}`)).join(" ");

/**
 * Digits for a telephone, each group with how it is read. The desk that is called speaks Korean,
 * whatever the page is in. A screen reader would make thousands of the digits: it is given the words.
 */
export function Spoken({ groups }: { groups: readonly string[] }) {
  const { model, t } = useReady();
  const { lang } = model;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <h3 ref={heading} tabIndex={-1}>
        {say(lang, "carry.sheet.spoken")}
      </h3>
      <ol class="spoken">
        {groups.map((digits, at) => (
          <li key={at}>
            <strong aria-hidden="true">{digits}</strong>
            <span lang="ko">{readIn(digits, "ko")}</span>
            {lang !== "ko" && <span>{readIn(digits, lang)}</span>}
          </li>
        ))}
      </ol>
      <ol>
        <li>{t("way-out.spoken.call")}</li>
        <li>{t("way-out.spoken.read")}</li>
        <li>{t("way-out.spoken.wrong")}</li>
      </ol>
      <p class="hint">
        {t("way-out.spoken.other")} <code>{`jochi evidence code ${groups.join(" ")}`}</code>
      </p>
    </>
  );
}
