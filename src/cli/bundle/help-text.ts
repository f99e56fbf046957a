import type { Io } from "../command.ts";

export type HelpOf = "all" | "key" | "root" | "create" | "sign" | "verify" | "show" | "diff";

/** At most 80 columns, so that every terminal shows them as they are. */
export const bundleHelp: Record<Io["lang"], Record<HelpOf, string>> = {
  ko: {
    all: `사용법: jochi bundle 명령 [옵션]

안내서, 안내 페이지, 프로그램, 설치 파일, 인증서를 서명된 파일 하나로 만들어
폐쇄망으로 옮깁니다. 서명이 모자라거나 하나라도 바뀌면 받지 않습니다.

만드는 쪽
  key new|show   서명 열쇠를 만들고 공개 열쇠를 보여 줍니다
  root new|next  누가 무엇에 서명하는지 정합니다
  create         번들을 만듭니다
  sign           내용을 보여 주고 서명합니다
옮기기
  split, join    매체에 맞게 나누고, 다시 합칩니다
받는 쪽
  verify         처음부터 끝까지 확인합니다
  show, diff     무엇이 들어 있는지, 무엇이 다른지 보여 줍니다
  unpack         확인한 파일만 풉니다
  install        확인하고, 물어보고, 설치합니다

명령마다 --help가 있습니다.`,
    key: `사용법: jochi bundle key new|show 파일 [옵션]

서명 열쇠(Ed25519)를 암호로 잠근 파일에 만듭니다. 본인만 읽을 수 있습니다.

  --passphrase-file 파일  암호가 든 파일 (없으면 물어봅니다)
  --public 파일           공개 열쇠만 이 파일에 (다른 사람에게 주는 것)
  --json                  JSON으로

환경 변수 JOCHI_PASSPHRASE_FILE로도 암호 파일을 알려 줄 수 있습니다.
종료 코드: 0 됨 · 2 일을 하지 못함`,
    root: `사용법: jochi bundle root new --key 파일... --output 파일
        jochi bundle root next --from 이전파일 --output 파일

누가 무엇에 서명하는지 정합니다. 나온 파일에 열쇠마다 서명해야 쓸 수 있고,
next는 이전 파일의 열쇠로도 서명해야 합니다 (sign --root 이전파일).

  --key 파일            열쇠 또는 공개 열쇠. 여러 번 (new는 꼭)
  --role 이름=파일,…    이 부분만 다른 열쇠로
  --threshold 이름=수   이 부분에 몇 명이 서명해야 하는지
  --from 파일           이전 파일 (next)
  --expires 날짜        기한 (기본: 2년)
  --today 날짜          오늘 대신 쓸 날짜
  --output 파일         만들 파일
  --json                JSON으로

이름: root targets guides program installers certificates snapshot timestamp
기본: snapshot과 timestamp는 1명, 나머지는 2명
종료 코드: 0 됨 · 2 일을 하지 못함`,
    create: `사용법: jochi bundle create --guide 이름... --root 파일 --output 파일 [옵션]

안내서가 찾는 설치 파일과 인증서를 확인해서 번들을 만듭니다. 안내서와 다르면
만들지 않습니다. 만든 뒤에 sign으로 서명합니다.

  --guide 이름          안내서. 여러 번
  --root 파일           서명된 맨 위 열쇠 파일. 바뀐 적이 있으면 1판부터 차례로
  --after 번들          이 번들의 다음 번들. 바뀌지 않은 부분의 서명은 남습니다
  --artifact 이름=파일  안내서의 프로그램이나 인증서에 쓸 파일. 여러 번
  --from 이름=말        그 파일을 어디서 받았는지 (기본: 안내서의 주소)
  --download 이름       안내서의 주소에서 하나를 받음. 주소를 보여 주고 물음
  --program 파일        Windows용 Jochi도 넣음
  --authorities 파일    프로그램 서명을 확인할 기관의 인증서(PEM)
  --expires 날짜        모든 부분의 기한 (기본: 목록 1년, 시각 90일)
  --today 날짜          오늘 대신 쓸 날짜
  --output 파일         만들 번들
  --yes                 받기 전에 묻지 않음
  --json                JSON으로

종료 코드: 0 다 있음 · 1 만들었으나 빠진 것이 있음 · 2 만들지 못함`,
    sign: `사용법: jochi bundle sign 파일 --key 열쇠 [옵션]

번들이나 맨 위 열쇠 파일에 서명합니다. 들어 있는 파일의 지문을 다시 재고, 무엇에
서명하는지 보여 준 다음 물어봅니다. 파일은 통째로 바뀌거나 그대로 남습니다.

  --key 파일              서명 열쇠
  --root 파일             이전 맨 위 열쇠 파일 (root next로 만든 것에 서명할 때)
  --passphrase-file 파일  암호가 든 파일 (없으면 물어봅니다)
  --yes                   묻지 않음
  --json                  JSON으로

종료 코드: 0 서명함 · 1 서명하지 않음 · 2 일을 하지 못함`,
    verify: `사용법: jochi bundle verify 파일 [옵션]

번들을 처음부터 끝까지 확인합니다. 네트워크를 쓰지 않습니다.

  --root 파일        따로 받은 맨 위 열쇠 파일
  --fingerprint 값   따로 받은 지문 (전화나 문서로)
  --state 폴더       전에 본 번들의 기록. 오래된 번들을 받지 않습니다
  --authorities 파일 프로그램 서명을 확인할 기관의 인증서(PEM)
  --receipt 파일     확인서 (.txt, .html, .pdf)
  --json             JSON으로

종료 코드: 0 써도 됨 · 1 믿을 수 없거나 쓰면 안 됨 · 2 일을 하지 못함`,
    show: `사용법: jochi bundle show 파일 [--json]

번들에 무엇이 들어 있고 서명이 몇 개 모였는지 보여 줍니다. 확인은 하지 않습니다.

종료 코드: 0 보여 줌 · 2 일을 하지 못함`,
    diff: `사용법: jochi bundle diff 앞번들 뒷번들 [--json]

두 번들에서 더해지고 없어지고 바뀐 파일과, 바뀐 열쇠를 보여 줍니다.

종료 코드: 0 같음 · 1 다름 · 2 일을 하지 못함`,
  },
  en: {
    all: `Usage: jochi bundle COMMAND [OPTION]

Carries guide, offline page, program, installers and certificates into a closed
network as one signed file. Changed in any byte, or signed by too few, it is
refused.

Making one
  key new|show   makes a signing key, shows its public half
  root new|next  says who signs what
  create         puts a bundle together
  sign           shows what is in it, and signs
Carrying it
  split, join    parts that fit on media, and back
Receiving it
  verify         checks it from beginning to end
  show, diff     what is in it, how two differ
  unpack         unpacks what was verified, and only that
  install        verifies, asks, installs

Each command has --help.`,
    key: `Usage: jochi bundle key new|show FILE [OPTION]

Makes a signing key (Ed25519) in a file that its passphrase locks and only its
owner can read.

  --passphrase-file FILE  the passphrase (otherwise it is asked for)
  --public FILE           the public half alone, to be handed to others
  --json                  as JSON

The environment's JOCHI_PASSPHRASE_FILE may name the file too.
Exit codes: 0 done · 2 could not do the work`,
    root: `Usage: jochi bundle root new --key FILE... --output FILE
       jochi bundle root next --from OLD --output FILE

Says who signs what. Each key then signs the file; one made by next is signed by
keys of the old one too (sign --root OLD).

  --key FILE             a key or its public half; several times (new needs it)
  --role NAME=FILE,...   other keys for this role
  --threshold NAME=N     how many must sign for this role
  --from FILE            the root before (next)
  --expires DAY          its end (usually after two years)
  --today DAY            in place of today
  --output FILE          the file to make
  --json                 as JSON

Names: root targets guides program installers certificates snapshot timestamp
Usually one signs snapshot and timestamp, and two each of the others.
Exit codes: 0 done · 2 could not do the work`,
    create: `Usage: jochi bundle create --guide ID... --root FILE --output FILE [OPTION]

Puts a bundle together of what the guide names. Nothing is made of files that
are not what the guide pins. It is then signed with sign.

  --guide ID          a guide; several times
  --root FILE         the signed root; all from the first if it has changed
  --after BUNDLE      the one before; what has not changed stays signed
  --artifact ID=FILE  a file for a program or certificate of the guide
  --from ID=WORDS     where that file is from (usually the guide's address)
  --download ID       fetch one from the guide's address, after asking
  --program FILE      also Jochi for Windows
  --authorities FILE  certificates (PEM) of authorities for signed programs
  --expires DAY       end of every role (usually 1 year; timestamp 90 days)
  --today DAY         in place of today
  --output FILE       the bundle to make
  --yes               do not ask before a download
  --json              as JSON

Exit codes: 0 complete · 1 made, something is missing · 2 not made`,
    sign: `Usage: jochi bundle sign FILE --key KEY [OPTION]

Signs a bundle or a root. The files in it are hashed again and shown first, and
you are asked. The file is replaced as a whole or stays as it is.

  --key FILE              the signing key
  --root FILE             the root before (for one made by root next)
  --passphrase-file FILE  the passphrase (otherwise it is asked for)
  --yes                   do not ask
  --json                  as JSON

Exit codes: 0 signed · 1 not signed · 2 could not do the work`,
    verify: `Usage: jochi bundle verify FILE [OPTION]

Checks a bundle from beginning to end, without a network.

  --root FILE         the root, got in another way than with the bundle
  --fingerprint HEX   its fingerprint, by phone or on paper
  --state DIR         what was seen before: an older bundle is refused
  --authorities FILE  certificates (PEM) of authorities for signed programs
  --receipt FILE      a receipt (.txt, .html or .pdf)
  --json              as JSON

Exit codes: 0 may be used · 1 not trusted or refused · 2 could not do the work`,
    show: `Usage: jochi bundle show FILE [--json]

Shows what is in a bundle and how many have signed. It checks nothing.

Exit codes: 0 shown · 2 could not do the work`,
    diff: `Usage: jochi bundle diff BEFORE AFTER [--json]

Shows files that were added, removed or changed, and keys that changed.

Exit codes: 0 the same · 1 they differ · 2 could not do the work`,
  },
};
