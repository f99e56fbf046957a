/** An address in a line, and whether anything could be fetched from it. */
export interface FoundUrl {
  url: string;
  broken: boolean;
  /** The line holds nothing else. */
  alone: boolean;
}

/** Letters, something like `://`, and a name with a dot: right, or meant to be. */
const urlLike =
  /(?<![A-Za-z0-9])([A-Za-z]{2,7})([:;.,]{0,2}[/\\]{1,3}|[:;]{1,2}(?=www\.))([^\s<>"'“”‘’()]+)/g;

export function urlsIn(text: string): FoundUrl[] {
  return [...text.matchAll(urlLike)].flatMap(([whole, scheme = "", sign = "", rest = ""]) => {
    if (!/^[^/]*\.[A-Za-z]/.test(rest) || !/^h?t+p?s?$|^https?$|^h[a-z]{2,5}$/i.test(scheme))
      return [];
    const url = whole.replace(/[.,;]+$/, "");
    const broken = !/^https?$/.test(scheme) || sign !== "://" || !isUsable(url);
    const alone = text.replace(/^[-•·*○<(\s]+|[>)\s]+$/g, "") === url;
    return [{ url, broken, alone }];
  });
}

function isUsable(url: string): boolean {
  const parsed = URL.parse(url);
  const host = /^https?:\/\/([^/:]+)/.exec(url)?.[1] ?? "";
  return (
    parsed !== null && /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+$/.test(host) && !/[^\x21-\x7e]/.test(url)
  );
}

/** The file that an address ends in. */
export function fileOfUrl(url: string): string | undefined {
  const name = URL.parse(url)?.pathname.split("/").at(-1) ?? "";
  return fileName.test(name) ? name : undefined;
}

const kinds = "exe|msi|zip|dmg|pkg|der|cer|crt|pem|p7b";
/** A name longer than this is none of a file. */
const named = `[A-Za-z0-9][\\w.-]{0,120}\\.(?:${kinds})`;
const fileName = new RegExp(`^${named}$`, "i");
const fileInText = new RegExp(`(?<![\\w.*/-])${named}(?![\\w.])`, "gi");

export const isCertificateFile = (file: string): boolean =>
  /\.(?:der|cer|crt|pem|p7b)$/i.test(file);

/** Files that a sentence names outside of any address. */
export function filesIn(text: string): string[] {
  const bare = text.replace(/[A-Za-z]+:\/\/\S+/g, " ").replace(/[A-Za-z]:[\\₩￦]\S*/g, " ");
  return [...bare.matchAll(fileInText)].map(([file]) => file);
}
