/** What kind of thing was taken out, and the word with which its token begins. */
export const tokenWords = {
  address: "addr",
  mac: "mac",
  host: "host",
  email: "mail",
  url: "part",
  person: "name",
  user: "user",
  machine: "pc",
  organisation: "org",
  network: "net",
  path: "path",
  sid: "sid",
  certificate: "cert",
  secret: "secret",
  "resident-number": "resident",
  passport: "passport",
  licence: "licence",
  account: "account",
  card: "card",
  phone: "phone",
  "business-number": "business",
  birthday: "birthday",
  place: "place",
  serial: "serial",
  text: "text",
} as const;

export type RemovalKind = keyof typeof tokenWords;
export const removalKinds = Object.keys(tokenWords) as readonly RemovalKind[];

/** One thing that was taken out of evidence, told without telling what it was. */
export interface Removal {
  /** Path in the redacted evidence, such as `facts[3].fact.value[0].address`. */
  where: string;
  kind: RemovalKind;
  /** What stands there now. An address's is another address; everything else's is `word-letters`. */
  token: string;
  /** How often it stands at that place. */
  times: number;
}
