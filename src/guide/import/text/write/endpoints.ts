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
    "required는 인쇄본에 없어 모두 true로 두었습니다. 쓰임(purpose)은 적혀 있으면 옮겼습니다.",
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
  const { id, group, host, addresses, ports, lost, mergedFrom, purpose } = endpoint;
  const bad = addresses.filter((each) => addressKind(each.text) === "not-an-address");
  const guessed = ports.filter((each) => each.guessed).map(({ port }) => port);
  const merged =
    mergedFrom !== undefined &&
    `이 줄의 포트 칸이 비어 있어 ${mergedFrom}번째 줄과 같은 포트로 보았습니다. 확인이 필요합니다.`;
  const mapping = map("id", id)
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
      guessed.length > 0 && `무슨 프로토콜인지 적혀 있지 않아 tcp로 둔 포트: ${guessed.join(", ")}`,
      ...lost.map((what) => `읽지 못해 뺐습니다: ${what}`),
    )
    .set("purpose", text(purpose?.text ?? `${toWrite} ${host}의 쓰임`))
    .set("note", merged === false ? undefined : text(merged))
    .set("required", true);
  return grounded(mapping, context, endpoint);
}

function portOf({ port, to, protocol, label }: DraftPort): Mapping {
  return map("port", port).set("to", to).set("protocol", protocol).set("label", label);
}
