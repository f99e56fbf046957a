import type { Answer, Doctor } from "./doctor.ts";
import { localDoctor, localWayOut } from "./doctor-local.ts";
import { entryOf } from "./entry.ts";
import { guideHtml } from "./guide-html.ts";
import { openPage } from "./open.tsx";
import { sessionOf, stayOpen } from "./session.ts";
import type { Trouble } from "./wire.ts";

/** The page as a program on this PC serves it. */
void open();

async function open(): Promise<void> {
  const { once, symptom, lang = "ko" } = entryOf(location.hash);
  const session = await sessionOf(once, lang);
  if (session.ok) void stayOpen(session.value);
  const doctor = session.ok ? localDoctor(session.value) : silentDoctor(session.trouble);
  const wayOut = session.ok ? localWayOut(session.value) : undefined;
  const root = document.getElementById("page")!;
  await openPage(doctor, root, { lang, symptom, guideHtml, wayOut });
}

/** Answers everything with why nothing can be asked. */
function silentDoctor(trouble: Trouble): Doctor {
  const answer = async (): Promise<Answer<never>> => ({ ok: false, trouble });
  return {
    state: answer,
    guide: answer,
    diagnose: answer,
    judge: answer,
    preview: answer,
    treat: answer,
    journal: answer,
    previewUndo: answer,
    undo: answer,
    handOver: answer,
    demo: answer,
  };
}
