/**
 * Korean text taken apart, so that what is still being typed is found too: `팝ㅇ` and `파` are the
 * beginning of `팝업`. Compound vowels and finals are taken apart as they are typed on a keyboard.
 */
const initials = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ";
const vowels = [
  ..."ㅏㅐㅑㅒㅓㅔㅕㅖㅗ",
  "ㅗㅏ",
  "ㅗㅐ",
  "ㅗㅣ",
  ..."ㅛㅜ",
  "ㅜㅓ",
  "ㅜㅔ",
  "ㅜㅣ",
  ..."ㅠㅡ",
  "ㅡㅣ",
  "ㅣ",
];
const finals = [
  "",
  ..."ㄱㄲ",
  "ㄱㅅ",
  "ㄴ",
  "ㄴㅈ",
  "ㄴㅎ",
  ..."ㄷㄹ",
  "ㄹㄱ",
  "ㄹㅁ",
  "ㄹㅂ",
  "ㄹㅅ",
  "ㄹㅌ",
  "ㄹㅍ",
  "ㄹㅎ",
  ..."ㅁㅂ",
  "ㅂㅅ",
  ..."ㅅㅆㅇㅈㅊㅋㅌㅍㅎ",
];

const first = 0xac00;
const last = 0xd7a3;
const perInitial = 588;
const perVowel = 28;

/** Lower case and composed, without spaces, marks and quotes: what is left to compare. */
export function bare(text: string): string {
  return text
    .normalize("NFC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The letters of bare text, Hangul as single jamo. */
export function jamoOf(text: string): string {
  return [...text].map(lettersOf).join("");
}

/** The first consonant of each syllable, other characters as they are: `팝업 1` gives `ㅍㅇ1`. */
export function initialsOf(text: string): string {
  return [...text]
    .map((letter) => {
      const code = letter.codePointAt(0)! - first;
      return isSyllable(code) ? initials[Math.floor(code / perInitial)]! : letter;
    })
    .join("");
}

function lettersOf(letter: string): string {
  const code = letter.codePointAt(0)! - first;
  if (!isSyllable(code)) return letter;
  const vowel = Math.floor((code % perInitial) / perVowel);
  return initials[Math.floor(code / perInitial)]! + vowels[vowel]! + finals[code % perVowel]!;
}

const isSyllable = (code: number) => code >= 0 && code <= last - first;
