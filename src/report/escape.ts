/** HTML that is safe to print. Only `html` makes it, so that no value gets in unescaped. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Content = Html | string | number | readonly Content[] | undefined | false;

const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/**
 * Tagged template: whatever is filled in is escaped unless it is `Html` itself. Attributes must
 * stand in double quotes, and nothing may be filled into a script, a style or a tag's name.
 */
export function html(parts: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(String.raw({ raw: parts }, ...values.map(safe)));
}

function safe(value: Content): string {
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(safe).join("");
  if (value === undefined || value === false) return "";
  return String(value).replace(/[&<>"']/g, (mark) => entities[mark]!);
}
