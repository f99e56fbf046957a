import { addressKind } from "../../../lint/addresses.ts";
import type { DraftEndpoint, DraftPort } from "../draft.ts";
import { type Context, grounded, text, toWrite } from "./context.ts";
import { document, Mapping, map } from "./yaml.ts";

/** endpoints.yaml: the firewall tables. */
export function endpointsFile(context: Context): string {
  const { groups, endpoints } = context.draft;
  const written = endpoints.filter(({ ports }) => ports.length > 0);
  const lost = endpoints.filter(({ ports }) => ports.length === 0);
  const head = [
    "required는 비고가 ‘선택’인 줄만 false이고, 나머지는 true로 두었습니다. 쓰임(purpose)은 적혀 있으면 옮겼습니다.",
    ...lost.map(
      ({ host, from, addresses }) =>
        `확인: 포트를 읽지 못해 넣지 않은 호스트: ${from}번째 줄의 ${host} (${addresses.map((each) => each.text).join(", ")})`,
    ),
  ];
  const root = new Mapping()
    .list(
      "groups",
      groups.map((group) =>
        grounded(
          map("id", group.id).set("title", text(group.title)).set("program", group.program),
          context,
          group,
        ),
      ),
    )
    .list(
      "endpoints",
      written.map((endpoint) => endpointOf(context, endpoint)),
    );
  return document(head, root);
}

function endpointOf(context: Context, endpoint: DraftEndpoint): Mapping {
  const { id, group, host, addresses, ports, lost, mergedFrom, purpose, remark } = endpoint;
  const bad = addresses.filter((each) => addressKind(each.text) === "not-an-address");
  const guessed = ports.filter((each) => each.guessed).map(({ port }) => port);
  const merged =
    mergedFrom !== undefined &&
    `이 줄의 포트 칸이 비어 있어 ${mergedFrom}번째 줄과 같은 포트로 보았습니다. 확인이 필요합니다.`;
  const guess = endpoint.guessed && "머리글이 없는 표라 칸의 모양으로 읽었습니다";
  const remarks = [remark, merged === false ? undefined : merged].filter(Boolean).join(" / ");
  const mapping = map("id", id, guess)
    .set("group", group)
    .set("host", host)
    .list(
      "addresses",
      addresses.map((each) => each.text),
      addresses.length === 0 && "IP 주소가 적혀 있지 않습니다",
      ...bad.map((each) => `IP 주소일 수 없습니다: ${each.line}번째 줄의 ${each.text}`),
    )
    .list(
      "ports",
      ports.map(portOf),
      merged !== false && `포트 칸이 비어 있어 ${mergedFrom}번째 줄의 포트를 옮겼습니다`,
      guessed.length > 0 && `TCP로 무엇을 주고받는지 적혀 있지 않은 포트: ${guessed.join(", ")}`,
      ...lost.map((what) => `읽지 못해 뺐습니다: ${what}`),
    )
    .set("direction", endpoint.inbound ? "inbound" : undefined)
    .set("purpose", text(purpose?.text ?? `${toWrite} ${host}의 쓰임`))
    .set("note", remarks === "" ? undefined : text(remarks))
    .set("required", !isOptional(remark));
  return grounded(mapping, context, endpoint, endpoint.guessed ? "inferred" : undefined);
}

/** The whole remark says so, and no part of a sentence. */
function isOptional(remark = ""): boolean {
  return /^(?:선택(?: ?사항)?|옵션|optional)$/i.test(remark);
}

function portOf({ port, to, protocol, label }: DraftPort): Mapping {
  return map("port", port).set("to", to).set("protocol", protocol).set("label", label);
}
