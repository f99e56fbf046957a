import type { FunctionComponent } from "preact";
import type { PictureProps } from "./_draw.tsx";
import { Generic } from "./_generic.tsx";
import { BlankWindow } from "./blank-window.tsx";
import { CertificateWindowMissing } from "./certificate-window-missing.tsx";
import { EnvironmentUnsupported } from "./environment-unsupported.tsx";
import { InstallPageAgain } from "./install-page-again.tsx";
import { IpinsideNotInstalled } from "./ipinside-not-installed.tsx";
import { MerchantValueMissing } from "./merchant-value-missing.tsx";
import { NosConnectionPoor } from "./nos-connection-poor.tsx";
import { NosNotInstalled } from "./nos-not-installed.tsx";
import { NosProxyDetected } from "./nos-proxy-detected.tsx";
import { NosRemoteSession } from "./nos-remote-session.tsx";
import { OldBrowserMessage } from "./old-browser-message.tsx";
import { PopupWindowBlocked } from "./popup-window-blocked.tsx";
import { VerificationError1 } from "./verification-error-1.tsx";
import { VerificationError2 } from "./verification-error-2.tsx";
import { WalletWindowUnreachable } from "./wallet-window-unreachable.tsx";
import { WorkingTimeOver } from "./working-time-over.tsx";

/** Drawings of the very windows and messages, by the id of the symptom. */
export const pictures: Readonly<Record<string, FunctionComponent<PictureProps>>> = {
  "blank-window": BlankWindow,
  "certificate-window-missing": CertificateWindowMissing,
  "environment-unsupported": EnvironmentUnsupported,
  "install-page-again": InstallPageAgain,
  "ipinside-not-installed": IpinsideNotInstalled,
  "merchant-value-missing": MerchantValueMissing,
  "nos-connection-poor": NosConnectionPoor,
  "nos-not-installed": NosNotInstalled,
  "nos-proxy-detected": NosProxyDetected,
  "nos-remote-session": NosRemoteSession,
  "old-browser-message": OldBrowserMessage,
  "popup-window-blocked": PopupWindowBlocked,
  "verification-error-1": VerificationError1,
  "verification-error-2": VerificationError2,
  "wallet-window-unreachable": WalletWindowUnreachable,
  "working-time-over": WorkingTimeOver,
};

/** The drawing of a symptom of any guide. */
export function pictureOf(symptom: string): FunctionComponent<PictureProps> {
  return (Object.hasOwn(pictures, symptom) ? pictures[symptom] : undefined) ?? Generic;
}
