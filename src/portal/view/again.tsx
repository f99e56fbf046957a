import { useReady } from "./page.tsx";

/** Looks once more, where this doctor can look at all. */
export function AgainButton() {
  const { who, conduct, t } = useReady();
  if (!who.can.diagnose) return null;
  return (
    <button type="button" onClick={() => conduct.again(null)}>
      {t("result.again")}
    </button>
  );
}
