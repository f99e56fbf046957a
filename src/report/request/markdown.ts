import type { Form } from "./form.ts";

/** The form as GitHub-flavoured Markdown, for issue trackers and chats; merged cells are repeated. */
export function requestMarkdown(form: Form): string {
  const { title, fields, tables, notes } = form;
  const sections = [
    `# ${title}`,
    fields.map(([name, value]) => `- ${name}: ${escaped(value)}`).join("\n"),
    ...tables.map((table) => {
      const last: string[] = [];
      const body = table.rows.map((row) =>
        row.map((cell, at) => {
          if (cell) last[at] = cell.text;
          return last[at] ?? "";
        }),
      );
      const rule = table.columns.map(() => "---");
      const lines = [table.columns, rule, ...body].map(
        (row) => `| ${row.map(escaped).join(" | ")} |`,
      );
      return `## ${table.title}\n\n${lines.join("\n")}`;
    }),
    notes.map((note) => `- ${escaped(note)}`).join("\n"),
  ];
  return `${sections.join("\n\n")}\n`;
}

function escaped(text: string): string {
  return text.replace(/[\\|`*_<>[\]]/g, "\\$&").replace(/\s+/g, " ");
}
