import type { BrokenPc, Found } from "./case.ts";
import { at, folders } from "./healthy.ts";

/** The proxy's exceptions, the hosts file, and the name of older programs. */
const captured: Found = ["proxy.captures-loopback", "proxy-loopback", "pc-admin"];
const bypasses = { remedy: "bypass-proxy-on-this-pc" };
const proxied = (exceptions: string) => `[${at.user}]
"ProxyEnable"=dword:1
"ProxyServer"="10.10.2.80:3128"
"ProxyOverride"="${exceptions}"
`;

export const networkCases: BrokenPc[] = [
  {
    name: "the proxy's exceptions take loopback out of what Windows leaves alone",
    registry: proxied("<local>;<-loopback>"),
    faults: ["proxy.healthy"],
    // Through a proxy no server is asked for its time.
    open: ["clock"],
    finds: [captured],
    treats: bypasses,
    always: true,
  },
  {
    name: "the proxy has no exception for the name of an older program",
    registry: proxied("<local>"),
    faults: ["proxy.healthy", "local.older-agent:nos-agent-legacy"],
    // Through a proxy no server is asked for its time.
    open: ["clock"],
    finds: [captured],
    treats: bypasses,
  },
  {
    name: "the hosts file leads a server of the service astray",
    files: { [folders.hosts]: "127.0.0.1 localhost\r\n10.10.9.9 pg.bankpay.or.kr\r\n" },
    faults: ["local.hosts-override:pg.bankpay.or.kr"],
    finds: [["local.hosts-override", "pg.bankpay.or.kr", "pc-admin"]],
  },
  {
    name: "only an older program answers, and its name leads nowhere",
    faults: ["local.name-missing:nos-agent-legacy"],
    finds: [["local.name-missing", "nos-agent-legacy", "pc-admin"]],
    treats: { remedy: "add-local-name", afterwards: ["local.older-agent:nos-agent-legacy"] },
    notUnderWine: "Wine looks names up in the hosts file of the system below it",
  },
];
