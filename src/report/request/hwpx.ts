import type { Form } from "./form.ts";
import { headerXml } from "./hwpx-header.ts";
import { sectionXml } from "./hwpx-section.ts";
import { escaped, namespaces, xml } from "./hwpx-xml.ts";
import { zipped } from "./zip.ts";

const mimetype = "application/hwp+zip";

/**
 * The form for 한글: OWPML (KS X 6101) in its container, A4 landscape, header rows repeated. The type
 * of the file stands first and uncompressed, as readers look for it at a fixed place.
 */
export async function requestHwpx(form: Form): Promise<Uint8Array> {
  return zipped(
    [
      ["mimetype", mimetype],
      ["version.xml", versionXml],
      ["META-INF/container.xml", containerXml],
      ["META-INF/manifest.xml", manifestXml],
      ["Contents/content.hpf", contentXml(form)],
      ["Contents/header.xml", headerXml()],
      ["Contents/section0.xml", sectionXml(form)],
      ["settings.xml", settingsXml],
      ["Preview/PrvText.txt", previewOf(form)],
    ],
    ["mimetype"],
  );
}

// The attribute is spelt like this in the format.
const versionXml = xml(
  `<hv:HCFVersion ${namespaces("hv")} tagetApplication="WORDPROCESSOR" major="5" minor="1" micro="0" buildNumber="1" os="1" xmlVersion="1.4" application="Jochi" appVersion="1"/>`,
);

const containerXml = xml(
  `<ocf:container ${namespaces("ocf", "hpf")}><ocf:rootfiles>` +
    '<ocf:rootfile full-path="Contents/content.hpf" media-type="application/hwpml-package+xml"/>' +
    '<ocf:rootfile full-path="Preview/PrvText.txt" media-type="text/plain"/>' +
    "</ocf:rootfiles></ocf:container>",
);

const manifestXml = xml(`<odf:manifest ${namespaces("odf")}/>`);

const settingsXml = xml(
  `<ha:HWPApplicationSetting ${namespaces("ha")}><ha:CaretPosition listIDRef="0" paraIDRef="0" pos="0"/></ha:HWPApplicationSetting>`,
);

function contentXml({ title, lang }: Form): string {
  const part = (id: string, href: string) =>
    `<opf:item id="${id}" href="${href}" media-type="application/xml"/>`;
  return xml(
    `<opf:package ${namespaces("opf", "hpf")} version="" unique-identifier="" id="">` +
      `<opf:metadata><opf:title>${escaped(title)}</opf:title>` +
      `<opf:language>${lang}</opf:language>` +
      '<opf:meta name="creator" content="text">Jochi</opf:meta></opf:metadata><opf:manifest>' +
      part("header", "Contents/header.xml") +
      part("section0", "Contents/section0.xml") +
      part("settings", "settings.xml") +
      '</opf:manifest><opf:spine><opf:itemref idref="header" linear="yes"/>' +
      '<opf:itemref idref="section0" linear="yes"/></opf:spine></opf:package>',
  );
}

/** What a file manager shows of the file. */
function previewOf({ title, fields }: Form): string {
  return [title, ...fields.map(([name, value]) => `${name}: ${value}`)].join("\r\n");
}
