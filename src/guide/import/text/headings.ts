/** A numbered heading: of a section, or of a remedy. */
export interface Heading {
  number: number;
  title: string;
}

const ordinals = "첫 두 세 네 다섯 여섯 일곱 여덟 아홉 열".split(" ");

/** “ 첫 번째. … ”, with or without quotation marks; also 제1장 and 1장. */
export function sectionHeading(text: string): Heading | undefined {
  const bare = unquoted(text);
  const spelt = /^(\S{1,2}) ?번째\s*[.:)]\s*(\S.*)$/.exec(bare);
  if (spelt) {
    const number = ordinals.indexOf(spelt[1]!) + 1;
    return number > 0 ? { number, title: spelt[2]! } : undefined;
  }
  const counted = /^제? ?([1-9]\d?) ?[장절]\s*[.:)]?\s*(\S.*)$/.exec(bare);
  return counted ? { number: Number(counted[1]), title: counted[2]! } : undefined;
}

/** “조치방법 1. …”. */
export function remedyHeading(text: string): Heading | undefined {
  const match = /^조치 ?(?:방법)? ?([1-9]\d{0,2})\s*[.:)]\s*(\S.*)$/.exec(unquoted(text));
  return match ? { number: Number(match[1]), title: match[2]! } : undefined;
}

/** The line alone in its brackets: 주의사항, or in which case what follows is done. */
export function caption(text: string): string | undefined {
  return /^[[【]\s*([^[\]【】]+?)\s*[\]】]$/.exec(text)?.[1];
}

function unquoted(text: string): string {
  return text
    .replace(/^[“"‘'■□●▶◆*#\s]+/, "")
    .replace(/[”"’'\s]+$/, "")
    .trim();
}
