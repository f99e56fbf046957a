import { type DraftProgram, type DraftToolbar, popupId } from "../draft.ts";
import { meantBy, whyWrong } from "../sites.ts";
import { type Context, grounded, place, text, toWrite } from "./context.ts";
import { document, Mapping, map } from "./yaml.ts";

/** browsers.yaml: browsers, pop-up windows and toolbars. */
export function browsersFile(context: Context): string {
  const { browsers, toolbars, sites, remedies } = context.draft;
  const popup = remedies.flatMap(({ steps }) => steps).find(({ popups }) => popups);
  const root = new Mapping()
    .list(
      "browsers",
      browsers.map(({ id, browser, name, minimum, message, unsupported, from, to }) => {
        const mapping = map("id", id)
          .set("browser", browser)
          .set("minimumVersion", minimum)
          .set("title", text(`${name} ${minimum} 이상`))
          .set("unsupportedMessage", message && text(message.text))
          .set(
            "note",
            unsupported && text(`${name} ${unsupported.text} 이하는 지원하지 않습니다.`),
          );
        return grounded(mapping, context, { from, to });
      }),
    )
    .list(
      "popups",
      popup
        ? [
            grounded(
              map("id", popupId)
                .set("title", text("서비스가 여는 팝업창"))
                .list(
                  "origins",
                  sites.map(({ pattern }) => pattern),
                  "어느 페이지가 팝업을 여는지 적혀 있지 않아 신뢰할 수 있는 사이트를 모두 넣었습니다",
                ),
              context,
              popup,
              "inferred",
            ),
          ]
        : [],
    )
    .list(
      "toolbars",
      toolbars.map((toolbar) => toolbarOf(context, toolbar)),
    );
  return document([], root);
}

function toolbarOf(context: Context, toolbar: DraftToolbar): Mapping {
  const { id, title, names, unnamed } = toolbar;
  const doubt = unnamed && "PC의 프로그램 목록에 나오는 이름이 적혀 있지 않습니다";
  const mapping = map("id", id).set("title", text(title)).list("names", names, doubt);
  return grounded(mapping, context, toolbar);
}

/** sites.yaml: what is entered in the list of trusted sites, and what must not be. */
export function sitesFile(context: Context): string {
  const { draft } = context;
  const siteFor = meantBy(draft);
  const meant = draft.wrong.map((wrong) => ({ ...wrong, site: siteFor(wrong.entry) }));
  const head = meant
    .filter(({ site }) => !site)
    .map(
      ({ entry, from }) =>
        `확인: 무엇을 넣어야 하는지 몰라 넣지 않은 잘못된 예: ${from}번째 줄의 ${entry}`,
    );
  const root = new Mapping()
    .list(
      "sites",
      draft.sites.map((site) =>
        grounded(
          map("id", site.id)
            .set("pattern", site.pattern)
            .set("zone", "trusted")
            .set("purpose", text(`${toWrite} ${site.pattern}의 쓰임`)),
          context,
          site,
        ),
      ),
    )
    .list(
      "wrong",
      meant.flatMap(({ entry, site, from, to }) => {
        if (!site) return [];
        const mapping = map("entry", entry)
          .set("meant", site.id)
          .set("why", text(whyWrong(entry, site.pattern)));
        return [grounded(mapping, context, { from, to })];
      }),
    );
  return document(head, root);
}

/** programs.yaml: what is installed. */
export function programsFile(context: Context): string {
  const { programs } = context.draft;
  const head = [
    "uninstallNames는 PC의 ‘프로그램 및 기능’에 나오는 이름입니다. 인쇄본의 이름을 넣었으니 실제 이름과 맞춰 주세요.",
    "설치 파일의 서명자(publisher)나 sha256을 적어야 Jochi가 대신 설치합니다.",
  ];
  const root = new Mapping()
    .list(
      "programs",
      programs.map((program) => programOf(context, program)),
    )
    .list("agents", []);
  return document(head, root);
}

function programOf(context: Context, program: DraftProgram): Mapping {
  const { id, name, otherNames, download, tool, unnamed } = program;
  const [short] = otherNames;
  const mapping = map(
    "id",
    id,
    unnamed && "방화벽 표가 어느 프로그램의 것인지 적혀 있지 않아 자리만 만들었습니다",
  )
    .set("title", text(short ? `${name}(${short})` : name))
    .set("name", name)
    .set("otherNames", otherNames, otherNames.length > 1 && "서로 다른 이름이 같은 약칭을 씁니다")
    .list("uninstallNames", [tool || unnamed ? name : `${name}*`])
    .set(
      "download",
      download && grounded(map("url", download.url).set("file", download.file), context, download),
    )
    .set("required", !tool && !unnamed, tool && "한 번만 쓰는 도구로 보았습니다");
  return grounded(mapping, context, program);
}

/** certificates.yaml: files of certificates and where they are fetched from. */
export function certificatesFile(context: Context): string {
  const root = new Mapping().list(
    "certificates",
    context.draft.certificates.map((certificate) => {
      const { id, file, url } = certificate;
      const candidate = map("subject", `${toWrite} ${file}`).set(
        "source",
        place(context, certificate),
      );
      if (context.verifiedOn) candidate.set("verifiedOn", context.verifiedOn);
      const mapping = map("id", id)
        .set("title", text(`인증서 ${file}`))
        .set("file", file)
        .set("url", url)
        .set("store", "root")
        .list(
          "candidates",
          [candidate],
          "파일을 내려받아 주체(subject), sha1이나 sha256, 기간(notBefore, notAfter)을 적어 주세요",
        )
        .set("purpose", text(`${toWrite} ${file}의 쓰임`));
      return grounded(mapping, context, certificate);
    }),
  );
  return document([], root);
}

/** files.yaml: folders that must be there. */
export function filesFile(context: Context): string {
  const root = new Mapping().list(
    "files",
    context.draft.files.map((file) => {
      const { id, printed, path, folder, damaged } = file;
      const full = folder ? `${path}\\${folder}` : path;
      const mapping = map("id", id)
        .set("title", text(folder ? `${folder} 폴더` : `${path.split("\\").at(-1)} 폴더`))
        .list(
          "paths",
          [full],
          damaged && "인쇄본의 망가진 경로를 고쳐 본 것입니다. 실제 PC에서 확인해 주세요",
          /\\Program Files\\/.test(full) &&
            "64비트 Windows에서는 Program Files (x86) 아래일 수 있습니다",
        )
        .set("printed", damaged ? printed : undefined);
      return grounded(mapping, context, file, damaged ? "inferred" : undefined);
    }),
  );
  return document([], root);
}
