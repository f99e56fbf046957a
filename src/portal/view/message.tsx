import { useRef, useState } from "preact/hooks";
import { say } from "../../text/say.ts";
import { copyText } from "../copy.ts";
import { messageFor, rowsFor } from "../message.ts";
import { saveFile } from "../save.ts";
import type { Task } from "../task.ts";
import { useFound, useReady } from "./page.tsx";

/** A message to another team, ready to hand over. */
export function Message({ task }: { task: Task }) {
  const { model, guide, who, conduct, t } = useReady();
  const own = useFound();
  const box = useRef<HTMLTextAreaElement>(null);
  const [told, tell] = useState("");
  if (!own) return null;
  const { lang } = model;
  const text = messageFor(task, own.judged.diagnosis, own.found, guide).join("\n");
  const rows = rowsFor(task, own.judged.diagnosis, guide);
  async function copy() {
    tell("");
    const copied = await copyText(text);
    if (!copied) box.current?.select();
    tell(t(copied ? "message.copied" : "message.select"));
  }
  async function save(format: string) {
    tell("");
    const file = await conduct.handOver(format, rows);
    if (!file) return;
    saveFile(file);
    tell(t("message.saved", { name: file.name }));
  }
  return (
    <section class="message">
      <label for="message">{t("message.text")}</label>
      <textarea id="message" ref={box} readOnly rows={Math.min(text.split("\n").length + 2, 18)}>
        {text}
      </textarea>
      <pre class="only-print">{text}</pre>
      <p class="buttons">
        <button type="button" onClick={copy}>
          {t("message.copy")}
        </button>
        <button type="button" onClick={() => window.print()}>
          {t("print")}
        </button>
      </p>
      {rows.length > 0 && who.can.formats.length > 0 && (
        <div class="files">
          <h2 class="small">{t("message.files")}</h2>
          <p class="hint">{say(lang, "request.note.narrow")}</p>
          <p class="buttons">
            {who.can.formats.map((format) => (
              <button key={format} type="button" onClick={() => save(format)}>
                {t("message.file", { format: format.toUpperCase() })}
              </button>
            ))}
          </p>
        </div>
      )}
      <p role="status">{told}</p>
    </section>
  );
}
