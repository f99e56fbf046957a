import type { CauseView } from "../../report/view.ts";
import { say } from "../../text/say.ts";
import { RowsTable } from "./details.tsx";
import { usePage } from "./page.tsx";
import { Fold, List } from "./parts.tsx";

/** Reasons that stand open; the rest is folded away. */
const reasonsShown = 2;

/**
 * One cause: what, who, how sure, why, and what would overturn it.
 *
 * @param said what stands above it already
 */
export function Cause({ cause, said }: { cause: CauseView; said: string }) {
  const { model, t } = usePage();
  const { lang } = model;
  const { title, payer, because, overturn, engineer, act, rows, others } = cause;
  return (
    <article class="cause">
      <h2>{title}</h2>
      {payer !== said && <p>{payer}</p>}
      <dl class="facts">
        <dt>{say(lang, "ui.owner")}</dt>
        <dd>
          <strong>{cause.ownerWords}</strong> {act}
        </dd>
        <dt>{t("result.sure")}</dt>
        <dd>
          <strong>{cause.certaintyWords}</strong> {say(lang, `certainty.${cause.certainty}.means`)}
        </dd>
        {because.length > 0 && (
          <>
            <dt>{say(lang, "ui.why")}</dt>
            <dd>
              <List items={because.slice(0, reasonsShown)} />
            </dd>
          </>
        )}
        <dt>{say(lang, "ui.overturn")}</dt>
        <dd>{overturn}</dd>
      </dl>
      <Fold title={t("result.technical")} laterMs={100}>
        <p>{engineer}</p>
        {because.length > reasonsShown && <List items={because.slice(reasonsShown)} />}
        {others.length > 0 && <List items={[...new Set(others)]} />}
        {rows.length > 0 && <RowsTable rows={rows} caption={t("result.rows")} brief />}
      </Fold>
    </article>
  );
}
