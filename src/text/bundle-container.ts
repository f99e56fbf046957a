import type { Table } from "./words.ts";

/** Why a bundle's file, or one entry of it, is refused before anything in it is looked at. */
export const bundleContainer: Table = {
  "bundle.fault.container.not-zip": {
    ko: "번들 파일이 아닙니다.",
    en: "This is no bundle.",
  },
  "bundle.fault.container.truncated": {
    ko: "번들의 뒷부분이 없습니다. 복사가 끝까지 되지 않은 것 같습니다.",
    en: "The end of the bundle is missing; it was probably not copied to its end.",
  },
  "bundle.fault.container.stray-bytes": {
    ko: "번들에 목록에 없는 데이터가 끼어 있습니다.",
    en: "The bundle has data in it that its directory does not name.",
  },
  "bundle.fault.container.overlap": {
    ko: "번들의 두 항목이 같은 자리를 쓰고 있습니다.",
    en: "Two entries of the bundle use the same bytes.",
  },
  "bundle.fault.container.disagreement": {
    ko: "항목 앞의 설명과 목록의 설명이 서로 다릅니다.",
    en: "An entry's own header and the directory say different things.",
  },
  "bundle.fault.container.header": {
    ko: "번들의 머리말에 있을 수 없는 값이 있습니다.",
    en: "A header of the bundle has a value that it can never have.",
  },
  "bundle.fault.container.zip64": {
    ko: "큰 파일용 머리말이 필요 없는 곳에 있거나 값이 맞지 않습니다.",
    en: "A header for large files is where none is needed, or its values do not fit.",
  },
  "bundle.fault.container.compressed": {
    ko: "압축된 항목이 있습니다. 번들의 항목은 압축하지 않습니다.",
    en: "An entry is compressed; entries of a bundle never are.",
  },
  "bundle.fault.container.encrypted": {
    ko: "암호가 걸린 항목이 있습니다.",
    en: "An entry is encrypted.",
  },
  "bundle.fault.container.descriptor": {
    ko: "크기가 데이터 뒤에 적힌 항목이 있습니다.",
    en: "An entry has its size behind its data instead of before it.",
  },
  "bundle.fault.container.extra-field": {
    ko: "항목에 덧붙은 정보가 있습니다.",
    en: "An entry carries an additional field.",
  },
  "bundle.fault.container.comment": {
    ko: "번들이나 항목에 설명 글이 붙어 있습니다.",
    en: "The bundle or an entry carries a comment.",
  },
  "bundle.fault.container.not-plain-file": {
    ko: "링크, 폴더 또는 장치인 항목이 있습니다. 일반 파일만 들어갈 수 있습니다.",
    en: "An entry is a link, a folder or a device; only plain files may be in a bundle.",
  },
  "bundle.fault.container.several-disks": {
    ko: "여러 디스크로 나뉜 ZIP 파일입니다. 번들은 jochi bundle split으로 나눕니다.",
    en: "This is a ZIP file of several disks; bundles are split by jochi bundle split.",
  },
  "bundle.fault.container.too-many-entries": {
    ko: "항목이 {count}개입니다. 많아야 {most}개입니다.",
    en: "There are {count} entries; at most {most} may be.",
  },
  "bundle.fault.container.empty": {
    ko: "번들이 비어 있습니다.",
    en: "The bundle is empty.",
  },
  "bundle.fault.container.name-empty": {
    ko: "이름이 없는 항목이 있습니다.",
    en: "An entry has no name.",
  },
  "bundle.fault.container.name-long": {
    ko: "이름이 너무 긴 항목이 있습니다.",
    en: "An entry's name is too long.",
  },
  "bundle.fault.container.name-not-ascii": {
    ko: "이름에 영문자, 숫자, 점, 밑줄, 붙임표가 아닌 글자가 있습니다.",
    en: "An entry's name has characters outside ASCII.",
  },
  "bundle.fault.container.name-backslash": {
    ko: "이름에 역슬래시가 있습니다.",
    en: "An entry's name has a backslash.",
  },
  "bundle.fault.container.name-drive": {
    ko: "이름이 드라이브 문자로 시작합니다.",
    en: "An entry's name begins with a drive letter.",
  },
  "bundle.fault.container.name-absolute": {
    ko: "이름이 절대 경로입니다.",
    en: "An entry's name is an absolute path.",
  },
  "bundle.fault.container.name-traversal": {
    ko: "이름이 번들 바깥의 폴더를 가리킵니다.",
    en: "An entry's name leads out of the bundle.",
  },
  "bundle.fault.container.name-device": {
    ko: "Windows가 장치에 쓰는 이름입니다.",
    en: "An entry's name is one that Windows keeps for devices.",
  },
  "bundle.fault.container.name-dot": {
    ko: "이름이 점이나 빈칸으로 끝납니다.",
    en: "An entry's name ends in a dot or a space.",
  },
  "bundle.fault.container.name-characters": {
    ko: "이름에 쓸 수 없는 글자가 있습니다.",
    en: "An entry's name has characters that may not be in one.",
  },
  "bundle.fault.container.duplicate": {
    ko: "같은 이름의 항목이 둘 있습니다.",
    en: "Two entries have the same name.",
  },
  "bundle.fault.container.duplicate-case": {
    ko: "대소문자만 다른 이름이 둘 있습니다. Windows에서는 한 파일입니다.",
    en: "Two names differ in upper and lower case only; on Windows they are one file.",
  },
  "bundle.fault.container.file-and-folder": {
    ko: "한 이름이 파일이면서 폴더입니다.",
    en: "A name is both a file and a folder.",
  },
  "bundle.fault.container.checksum": {
    ko: "내용이 손상되었습니다. 검사값이 맞지 않습니다.",
    en: "The content is damaged: its checksum does not fit.",
  },
  "bundle.fault.container.no-entry": {
    ko: "번들에 없는 항목입니다.",
    en: "There is no such entry in the bundle.",
  },
  "bundle.fault.container.too-large": {
    ko: "항목이 너무 큽니다({bytes}바이트, 많아야 {most}바이트).",
    en: "The entry is too large ({bytes} bytes, at most {most}).",
  },
  "bundle.fault.container.source-size": {
    ko: "담으려는 파일의 크기가 정해진 것과 다릅니다({bytes}바이트, {expected}바이트여야 합니다).",
    en: "The file to be put in has another size than was said ({bytes} bytes instead of {expected}).",
  },
  "bundle.fault.container.source-hash": {
    ko: "담으려는 파일의 SHA-256이 정해진 것과 다릅니다.",
    en: "The file to be put in has another SHA-256 than was said.",
  },
};
