import type { Table } from "./words.ts";

/** Why a bundle cannot be split for media, or its parts cannot be joined. */
export const bundleMedia: Table = {
  "bundle.fault.media.empty": {
    ko: "빈 파일은 나눌 것이 없습니다.",
    en: "The file is empty; there is nothing to split.",
  },
  "bundle.fault.media.too-large": {
    ko: "파일이 너무 큽니다({bytes}바이트, 많아야 {most}바이트).",
    en: "The file is too large ({bytes} bytes, at most {most}).",
  },
  "bundle.fault.media.too-many-parts": {
    ko: "조각이 {parts}개가 됩니다. 많아야 {most}개입니다. --size를 더 크게 적어 주십시오.",
    en: "That would be {parts} parts; at most {most} may be. Give a larger --size.",
  },
  "bundle.fault.media.part-too-small": {
    ko: "조각은 적어도 {least}바이트여야 합니다.",
    en: "A part has at least {least} bytes.",
  },
  "bundle.fault.media.no-parts": {
    ko: "조각을 찾지 못했습니다. 조각이 있는 폴더나 파일을 적어 주십시오.",
    en: "No part was found; name the folder or the files that the parts are in.",
  },
  "bundle.fault.media.several-sets": {
    ko: "서로 다른 파일의 조각이 섞여 있습니다. --set으로 하나를 골라 주십시오: {sets}",
    en: "These are parts of several files; choose one by --set: {sets}",
  },
  "bundle.fault.media.no-such-set": {
    ko: "--set {asked}: 하나만 맞아야 합니다. 있는 것: {sets}",
    en: "--set {asked}: exactly one has to fit. There are: {sets}",
  },
  "bundle.fault.media.changed-while-reading": {
    ko: "나누는 동안 파일이 바뀌었습니다.",
    en: "The file changed while it was being split.",
  },
  "bundle.fault.media.exists": {
    ko: "이미 있습니다. 덮어쓰지 않습니다.",
    en: "It is there already and is not written over.",
  },
  "bundle.fault.media.other-name": {
    ko: "조각이 말하는 이름이 번들의 것(.jochi, .zip)이 아닙니다. --output으로 만들 파일을 적어 주십시오.",
    en: "The parts give a name that is no bundle's (.jochi, .zip). Say with --output which file to make.",
  },
  "bundle.fault.media.not-plain": {
    ko: "일반 파일이 아닙니다.",
    en: "Not a plain file.",
  },
  "bundle.fault.media.whole-differs": {
    ko: "다시 만든 파일의 SHA-256이 조각에 적힌 것과 다릅니다. 모아 둔 것을 지웠습니다. 처음부터 다시 합쳐 주십시오.",
    en: "The file made again has another SHA-256 than its parts say. What was kept is thrown away; join from the start.",
  },
};
