/**
 * Korean particles depend on how the word before them ends when it is read aloud. A word that was
 * filled in is known only at run time, so sentences write both forms and one is chosen here.
 */
type Ending = "vowel" | "rieul" | "consonant";

/** As written in sentences → after a vowel, after ㄹ, after another consonant. */
const forms: Readonly<Record<string, readonly [string, string, string]>> = {
  "은(는)": ["는", "은", "은"],
  "이(가)": ["가", "이", "이"],
  "을(를)": ["를", "을", "을"],
  "과(와)": ["와", "과", "과"],
  "(으)로": ["로", "로", "으로"],
  "(이)라고": ["라고", "이라고", "이라고"],
  "(이)라는": ["라는", "이라는", "이라는"],
  "(이)어야": ["여야", "이어야", "이어야"],
};

export const particles: readonly string[] = Object.keys(forms);

/** 0 영 · 1 일 · 2 이 · 3 삼 · 4 사 · 5 오 · 6 육 · 7 칠 · 8 팔 · 9 구. */
const digitEndings: readonly Ending[] = [
  "consonant",
  "rieul",
  "vowel",
  "consonant",
  "vowel",
  "vowel",
  "consonant",
  "rieul",
  "rieul",
  "vowel",
];

export function particle(before: string, written: string): string {
  const form = forms[written];
  if (!form) throw new Error(`not a particle: ${written}`);
  const ending = endingOf(before);
  return form[ending === "vowel" ? 0 : ending === "rieul" ? 1 : 2];
}

/** How the word ends when read in Korean. Marks at its end are not read. */
export function endingOf(word: string): Ending {
  const read = word.replace(/[^\p{L}\p{N}]+$/u, "");
  const last = read.at(-1) ?? "";
  if (/[가-힣]/.test(last)) return hangulEnding(last);
  if (/[0-9]/.test(last)) return digitEndings[Number(last)] ?? "vowel";
  if (/[A-Za-z]/.test(last)) return latinEnding(/[A-Za-z]+$/.exec(read)?.[0] ?? last);
  return "vowel";
}

function hangulEnding(syllable: string): Ending {
  const final = (syllable.charCodeAt(0) - 0xac00) % 28;
  return final === 0 ? "vowel" : final === 8 ? "rieul" : "consonant";
}

/** Short and upper-case words are spelt (kr 케이알, PAC 피에이시), others read (Online 온라인). */
function latinEnding(word: string): Ending {
  const spelt = word.length <= 2 || word === word.toUpperCase();
  const lower = word.toLowerCase();
  if (spelt) {
    if (/[lr]$/.test(lower)) return "rieul";
    return /[mn]$/.test(lower) ? "consonant" : "vowel";
  }
  if (/(l|le|ll)$/.test(lower)) return "rieul";
  // Behind another consonant it is a syllable of its own: Agent 에이전트, Bank 뱅크, Help 헬프.
  if (/[bcdfghklmnprsvwxz]t$|[lnrs]k$|[lmrs]p$|rb$|nc$/.test(lower)) return "vowel";
  return /([mnkptcb]|ng|[mn]e)$/.test(lower) ? "consonant" : "vowel";
}
