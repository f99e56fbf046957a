import { aboutChange, failure } from "../../report/treatment.ts";
import { say } from "../../text/say.ts";
import type { Remains } from "../wire.ts";
import { useReady } from "./page.tsx";
import { List } from "./parts.tsx";

/** What could not be taken back, and why. */
export function RemainsList({ remains }: { remains: readonly Remains[] }) {
  const { model, guide, t } = useReady();
  const { lang } = model;
  if (remains.length === 0) return null;
  const lines = remains.map(({ change, why }) => {
    const reason =
      "left" in why ? say(lang, `treat.left.${why.left}`) : failure(why.failed, why.code, lang);
    return `${aboutChange(change, guide, lang)[0]} ${reason}`;
  });
  return (
    <>
      <p>{t("treat.remains")}</p>
      <List items={lines} />
    </>
  );
}
