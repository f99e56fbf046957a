import type { Table } from "./words.ts";

/** What stands at the head of the files that administrators give to many PCs. */
export const deploy: Table = {
  "deploy.title": {
    ko: "{title} ({guide}): 모든 사용자를 위한 PC 설정",
    en: "{title} ({guide}): settings of a PC for all its users",
  },
  "deploy.title.reverse": {
    ko: "{title} ({guide}): PC 설정 되돌리기",
    en: "{title} ({guide}): the settings taken away again",
  },
  "deploy.written-by": {
    ko: "조치(Jochi) {version}에서 만들었습니다.",
    en: "Written by Jochi {version}.",
  },
  "deploy.serves": { ko: "필요한 이유: {requirement}", en: "Needed for: {requirement}" },
  "deploy.list-rules": {
    ko: "신뢰할 수 있는 사이트 목록을 정책으로 주면 사용자는 목록을 직접 바꿀 수 없습니다.",
    en: "Once a policy gives the list of trusted sites, users can no longer change it themselves.",
  },
  "deploy.restart": {
    ko: "적용한 뒤 브라우저를 모두 닫았다가 다시 여세요.",
    en: "Close every browser window afterwards and open it again.",
  },
  "deploy.numbers": {
    ko: "번호 목록의 값은 {first}번부터 씁니다. 이미 쓰는 번호와 겹치지 않게 하려는 것입니다.",
    en: "Numbered lists are filled from {first} on, so that numbers in use stay as they are.",
  },
  "deploy.switch-stays": {
    ko: "목록을 켜는 값입니다. 목록에 다른 항목이 없을 때만 앞의 ; 을 지우고 함께 되돌리세요.",
    en: "These switch the lists on. Take away the leading ; only where a list has no other entries.",
  },
  "deploy.one-guide": {
    ko: "안내서는 하나만 적어 주세요. 남는 말: {name}",
    en: "one guide is expected; left over: {name}",
  },
  "deploy.nothing": {
    ko: "{guide}: PC에 설정할 것이 없는 안내서입니다 (사이트, 팝업, 로컬 네트워크)",
    en: "{guide}: this guide asks for no settings (sites, popups, localNetwork)",
  },
  "deploy.lgpo": {
    ko: "LGPO.exe /t 로 적용합니다. 그룹 정책 개체에 넣으려면 LGPO.exe /r 로 Registry.pol 을 만드세요.",
    en: "Apply with LGPO.exe /t, or make a Registry.pol for a Group Policy Object with LGPO.exe /r.",
  },
};
