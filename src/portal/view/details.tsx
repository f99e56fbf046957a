import type { ComponentChildren } from "preact";
import type { RowView } from "../../report/row-view.ts";
import type { CheckView } from "../../report/view.ts";
import { say } from "../../text/say.ts";
import { usePage } from "./page.tsx";
import { Light } from "./parts.tsx";

interface TableProps {
  label: string;
  caption?: string | undefined;
  /** Keys of the columns' names. */
  head: readonly string[];
  children: ComponentChildren;
}

/** Wide tables scroll in a box of their own, by keyboard too. */
function Table({ label, caption, head, children }: TableProps) {
  const { lang } = usePage().model;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <section class="scroll" tabIndex={0} aria-label={label}>
      <table>
        {caption && <caption>{caption}</caption>}
        <thead>
          <tr>
            {head.map((name) => (
              <th key={name} scope="col">
                {say(lang, name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </section>
  );
}

interface RowsProps {
  rows: readonly RowView[];
  caption?: string;
  /** Without what is said above the table already. */
  brief?: boolean;
}

/** Connections, one a line. */
export function RowsTable({ rows, caption, brief = false }: RowsProps) {
  const { model } = usePage();
  const { lang } = model;
  const head = ["ui.verdict", "ui.host", "ui.address", "ui.port", "ui.group"];
  if (!brief) head.push("ui.reason");
  return (
    <Table label={caption ?? say(lang, "ui.rows")} caption={caption} head={head}>
      {rows.map((row) => (
        <tr key={`${row.host} ${row.address} ${row.port}`}>
          <td>
            <Light lamp={row.mark} /> {row.verdict}
          </td>
          <td class="code">{row.host}</td>
          <td class="code">
            {row.address}
            {!row.documented && <small> ({say(lang, "ui.undocumented")})</small>}
          </td>
          <td class="code">
            {row.port} {row.protocol}
          </td>
          <td>{row.group}</td>
          {!brief && <td>{row.because.join(" ")}</td>}
        </tr>
      ))}
    </Table>
  );
}

export function ChecksTable({ checks }: { checks: readonly CheckView[] }) {
  const { model } = usePage();
  const { lang } = model;
  const head = ["ui.verdict", "ui.kind", "ui.check", "ui.reason"];
  return (
    <Table label={say(lang, "ui.checks")} head={head}>
      {checks.map((check) => (
        <tr key={`${check.kind} ${check.title}`}>
          <td>
            <Light lamp={check.mark === "none" ? "waiting" : check.mark} /> {check.verdict}
          </td>
          <td>{check.kind}</td>
          <td>{check.title}</td>
          <td>{check.because.join(" ")}</td>
        </tr>
      ))}
    </Table>
  );
}
