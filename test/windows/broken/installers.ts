import { codeSigning, day, type Made, make } from "../../../src/trust/stage/authority.ts";
import { signedPe } from "../../../src/trust/stage/sign.ts";
import { guideRoots } from "./guide.ts";

/** Installers signed as the guide pins it, under a root that the healthy PC trusts. */
export const nosInstallerFile = "nos_setup.exe";
export const ipinsideInstallerFile = "I3GSvcManager.exe";

const times = { from: Date.now() - 100 * day, to: Date.now() + 300 * day };
const authority = (name: string): Made =>
  make({ name: [["CN", name]], issuer: guideRoots.made, authority: true, ...times });
const signer = (name: string, issuer: Made, more: Partial<typeof times> = {}): Made =>
  make({ name: [["CN", name]], issuer, purposes: [codeSigning], ...times, ...more });

const nosAuthority = authority("DigiCert Trusted G4 Code Signing RSA4096 SHA384 2021 CA1");
const nosSigner = signer("INCA Internet Co.,Ltd.", nosAuthority);
const other = authority("Some Code Signing CA");

export const nosInstaller = { signer: nosSigner, along: [nosAuthority] };
export const ipinsideInstaller = { signer: signer("Interezen. Co.,Ltd", other), along: [other] };

/** What is not to be started, and the reason that is given. */
const tampered = signedPe(nosInstaller);
tampered[0x200] = tampered[0x200]! ^ 1;
const somebody = signer("Somebody Else Ltd", nosAuthority);
const expired = signer("INCA Internet Co.,Ltd.", nosAuthority, { to: Date.now() - day });
const stranger = make({ name: "Jochi Test Signing Root", authority: true, ...times });
const strangeAuthority = make({
  name: [["CN", "DigiCert Trusted G4 Code Signing RSA4096 SHA384 2021 CA1"]],
  issuer: stranger,
  authority: true,
  ...times,
});
export const badInstallers: [name: string, bytes: Uint8Array, says: RegExp][] = [
  ["changed after it was signed", tampered, /changed after it was signed/],
  [
    "signed anew by somebody with the same authority",
    signedPe({ signer: somebody, along: [nosAuthority] }),
    /signed by somebody else \(Somebody Else Ltd\)/,
  ],
  [
    "signed anew under a root of the same name",
    signedPe({
      signer: signer("INCA Internet Co.,Ltd.", strangeAuthority),
      along: [strangeAuthority, stranger],
    }),
    /from an authority that is not known/,
  ],
  [
    "of a publisher whose certificate has expired, and no timestamp",
    signedPe({ signer: expired, along: [nosAuthority] }),
    /has expired, and nothing proves that the signature is older/,
  ],
  [
    "of the right name from another authority",
    signedPe({ signer: signer("INCA Internet Co.,Ltd.", other), along: [other] }),
    /from another authority \(Some Code Signing CA\)/,
  ],
];
