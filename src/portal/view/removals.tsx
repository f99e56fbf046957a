import { say } from "../../text/say.ts";
import type { RemovedThing } from "../wire.ts";
import { useReady } from "./page.tsx";

/** Everything that was taken out, and what stands in its place; never what it was. */
export function Removals({ removals }: { removals: readonly RemovedThing[] }) {
  const { model, t } = useReady();
  const heads = ["kind", "token", "times", "where"] as const;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={t("way-out.removals")}>
      <table>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(`way-out.removals.${head}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {removals.map(({ kind, token, times, where }) => (
            <tr key={`${kind} ${token}`}>
              <td>{say(model.lang, `carry.removed.${kind}`)}</td>
              <td class="code">{token}</td>
              <td>{times}</td>
              <td class="code">{where}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
