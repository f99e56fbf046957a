import { useId, useState } from "preact/hooks";
import { useReady } from "./page.tsx";
import { Fold } from "./parts.tsx";

/** A longer file is none of ours: evidence of one PC is far below it. */
const bytesMax = 8 * 1024 * 1024;

/** Opens a diagnosis that was saved, chosen or dropped. */
export function SavedFile() {
  const { store, conduct, t } = useReady();
  const [over, setOver] = useState(false);
  const id = useId();
  async function read(file: File | undefined) {
    if (!file) return;
    if (file.size > bytesMax) store.tell({ type: "trouble", trouble: { code: "too-large" } });
    else await conduct.judge(await file.text());
  }
  return (
    <Fold title={t("start.file")}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is one more way; the field inside does the same by keyboard */}
      <div
        class={over ? "drop drop-over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          read(event.dataTransfer?.files[0]);
        }}
      >
        <p>{t("start.file.about")}</p>
        <label for={id}>{t("start.file.choose")}</label>
        <input
          id={id}
          type="file"
          accept=".json,application/json"
          onChange={(event) => read(event.currentTarget.files?.[0])}
        />
        <p class="hint">{t("start.file.drop")}</p>
      </div>
    </Fold>
  );
}
