import { namespaces, xml } from "./hwpx-xml.ts";

/** What paragraphs, characters and cells of the form refer to: places in the lists of the header. */
export const look = {
  text: 0,
  bold: 1,
  title: 2,
  subtitle: 3,
} as const;
export const paragraph = { left: 0, centre: 1, title: 2, subtitle: 3, right: 4 } as const;
export const border = { none: 1, line: 2, grey: 3 } as const;

const languages = ["HANGUL", "LATIN", "HANJA", "JAPANESE", "OTHER", "SYMBOL", "USER"];
const face = "함초롬돋움";

/** Contents/header.xml: fonts, borders, and the shapes of characters and paragraphs. */
export function headerXml(): string {
  return xml(
    `<hh:head ${namespaces("hh", "hp", "hc")} version="1.4" secCnt="1">` +
      '<hh:beginNum page="1" footnote="1" endnote="1" pic="1" tbl="1" equation="1"/><hh:refList>' +
      list("fontfaces", languages.map(fontFace)) +
      list("borderFills", [
        borderFill(1, "NONE"),
        borderFill(2, "SOLID"),
        borderFill(3, "SOLID", grey),
      ]) +
      list("charProperties", [
        characters(look.text, 800),
        characters(look.bold, 800, true),
        characters(look.title, 1700, true),
        characters(look.subtitle, 1000, true),
      ]) +
      list("tabProperties", ['<hh:tabPr id="0" autoTabLeft="0" autoTabRight="0"/>']) +
      list("paraProperties", [
        paragraphs(paragraph.left, "LEFT", 0, 0),
        paragraphs(paragraph.centre, "CENTER", 0, 0),
        paragraphs(paragraph.title, "CENTER", 0, 600),
        paragraphs(paragraph.subtitle, "LEFT", 1000, 300),
        paragraphs(paragraph.right, "RIGHT", 600, 0),
      ]) +
      list("styles", [
        '<hh:style id="0" type="PARA" name="바탕글" engName="Normal" paraPrIDRef="0" charPrIDRef="0" nextStyleIDRef="0" langID="1042" lockForm="0"/>',
      ]) +
      '</hh:refList><hh:compatibleDocument targetProgram="HWP201X"><hh:layoutCompatibility/></hh:compatibleDocument></hh:head>',
  );
}

function list(name: string, items: readonly string[]): string {
  return `<hh:${name} itemCnt="${items.length}">${items.join("")}</hh:${name}>`;
}

function fontFace(language: string): string {
  return (
    `<hh:fontface lang="${language}" fontCnt="1"><hh:font id="0" face="${face}" type="TTF" isEmbedded="0">` +
    '<hh:typeInfo familyType="FCAT_GOTHIC" weight="6" proportion="4" contrast="0" strokeVariation="1" armStyle="1" letterform="1" midline="1" xHeight="1"/>' +
    "</hh:font></hh:fontface>"
  );
}

const grey =
  '<hc:fillBrush><hc:winBrush faceColor="#EBEBEB" hatchColor="#000000" alpha="0"/></hc:fillBrush>';

function borderFill(id: number, type: "NONE" | "SOLID", fill = ""): string {
  const sides = ["left", "right", "top", "bottom"].map(
    (side) => `<hh:${side}Border type="${type}" width="0.12 mm" color="#5A5A5A"/>`,
  );
  return (
    `<hh:borderFill id="${id}" threeD="0" shadow="0" centerLine="NONE" breakCellSeparateLine="0">` +
    '<hh:slash type="NONE" Crooked="0" isCounter="0"/><hh:backSlash type="NONE" Crooked="0" isCounter="0"/>' +
    `${sides.join("")}<hh:diagonal type="SOLID" width="0.1 mm" color="#000000"/>${fill}</hh:borderFill>`
  );
}

/** The same value for every kind of script. */
function each(name: string, value: number): string {
  const kinds = languages.map((kind) => `${kind.toLowerCase()}="${value}"`);
  return `<hh:${name} ${kinds.join(" ")}/>`;
}

/** `height` in hundredths of a point. */
function characters(id: number, height: number, bold = false): string {
  return (
    `<hh:charPr id="${id}" height="${height}" textColor="#000000" shadeColor="none" useFontSpace="0" useKerning="0" symMark="NONE" borderFillIDRef="${border.none}">` +
    each("fontRef", 0) +
    each("ratio", 100) +
    each("spacing", 0) +
    each("relSz", 100) +
    each("offset", 0) +
    `${bold ? "<hh:bold/>" : ""}</hh:charPr>`
  );
}

/** Space before and after in hundredths of a point. Korean breaks between words, not inside them. */
function paragraphs(
  id: number,
  align: "LEFT" | "CENTER" | "RIGHT",
  before: number,
  after: number,
): string {
  const sides = { intent: 0, left: 0, right: 0, prev: before, next: after };
  const margins = Object.entries(sides).map(
    ([side, value]) => `<hc:${side} value="${value}" unit="HWPUNIT"/>`,
  );
  return (
    `<hh:paraPr id="${id}" tabPrIDRef="0" condense="0" fontLineHeight="0" snapToGrid="0" suppressLineNumbers="0" checked="0">` +
    `<hh:align horizontal="${align}" vertical="BASELINE"/><hh:heading type="NONE" idRef="0" level="0"/>` +
    '<hh:breakSetting breakLatinWord="KEEP_WORD" breakNonLatinWord="KEEP_WORD" widowOrphan="0" keepWithNext="0" keepLines="0" pageBreakBefore="0" lineWrap="BREAK"/>' +
    '<hh:autoSpacing eAsianEng="0" eAsianNum="0"/>' +
    `<hh:margin>${margins.join("")}</hh:margin><hh:lineSpacing type="PERCENT" value="130" unit="HWPUNIT"/>` +
    `<hh:border borderFillIDRef="${border.none}" offsetLeft="0" offsetRight="0" offsetTop="0" offsetBottom="0" connect="0" ignoreMargin="0"/></hh:paraPr>`
  );
}
