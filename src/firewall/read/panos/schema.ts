/**
 * What may follow a word of a `set` command. Several parts of one entry may stand in one command, so
 * where a value ends and the next part begins is known from here only.
 */
export interface Shape {
  /** The next word is the value, and nothing follows it. */
  value?: boolean;
  /** The next word is the name of an entry. */
  entry?: Shape;
  /** The next word is one of these. */
  words?: ReadonlyMap<string, Shape>;
  /** Other words may follow and mean nothing to a rule. */
  open?: boolean;
}

const value: Shape = { value: true };
/** Every further word is below the one before. */
const free: Shape = {};

function shape(words: Record<string, Shape>, open = false): Shape {
  return { words: new Map(Object.entries(words)), open };
}

function values(...names: string[]): Record<string, Shape> {
  return Object.fromEntries(names.map((name) => [name, value]));
}

const common = values("description", "tag", "group-tag", "uuid", "disabled", "audit-comment");
const zones = values("from", "to", "source", "destination", "service");

const profiles = values(
  ...["virus", "spyware", "vulnerability", "url-filtering", "file-blocking", "data-filtering"],
  ...["wildfire-analysis", "gtp", "sctp"],
);

const securityRule = shape({
  ...common,
  ...zones,
  ...values("negate-source", "negate-destination", "source-user", "category", "application"),
  ...values("hip-profiles", "source-hip", "destination-hip", "schedule", "action", "rule-type"),
  ...values("log-setting", "log-start", "log-end", "icmp-unreachable", "disable-inspect"),
  "profile-setting": shape({ group: value, profiles: shape(profiles) }),
  option: shape(values("disable-server-response-inspection")),
  target: shape({ ...values("negate", "tags"), devices: { entry: free } }),
  qos: shape({ marking: shape(values("ip-dscp", "ip-precedence")) }),
});

const address = values("translated-address", "translated-port");
const natRule = shape({
  ...common,
  ...zones,
  ...values("nat-type", "to-interface", "active-active-device-binding"),
  "destination-translation": shape({ ...address, "dns-rewrite": shape(values("direction")) }),
  "dynamic-destination-translation": shape({ ...address, ...values("distribution") }),
  "source-translation": shape({
    "static-ip": shape({ ...address, ...values("bi-directional") }),
    "dynamic-ip": free,
    "dynamic-ip-and-port": free,
  }),
  target: shape({ ...values("negate", "tags"), devices: { entry: free } }),
});

const protocol = shape({ ...values("port", "source-port"), override: free });
const rulebase = shape(
  {
    security: shape({ rules: { entry: securityRule } }, true),
    nat: shape({ rules: { entry: natRule } }, true),
    "default-security-rules": shape({ rules: { entry: securityRule } }, true),
  },
  true,
);

const scope = {
  rulebase,
  "pre-rulebase": rulebase,
  "post-rulebase": rulebase,
  address: {
    entry: shape({ ...common, ...values("ip-netmask", "ip-range", "fqdn", "ip-wildcard") }),
  },
  "address-group": {
    entry: shape({ ...common, ...values("static"), dynamic: shape(values("filter")) }),
  },
  service: {
    entry: shape({ ...common, protocol: shape({ tcp: protocol, udp: protocol, sctp: protocol }) }),
  },
  "service-group": { entry: shape({ ...common, ...values("members") }) },
};

const route: Shape = {
  entry: shape({
    ...values("destination", "interface", "metric", "admin-dist"),
    nexthop: shape({ ...values("ip-address", "ipv6-address", "next-vr", "fqdn"), discard: free }),
    "route-table": free,
    "path-monitor": free,
    bfd: free,
  }),
};
const routed = shape({ "static-route": route }, true);
const router = shape({ "routing-table": shape({ ip: routed, ipv6: routed }) }, true);
const network = shape(
  {
    "virtual-router": { entry: router },
    "logical-router": { entry: shape({ vrf: { entry: router } }, true) },
  },
  true,
);

/** Where nothing about rules stands; what is none of all these is not understood. */
const elsewhere = [
  ...[
    "deviceconfig",
    "mgt-config",
    "zone",
    "import",
    "tag",
    "schedule",
    "profiles",
    "profile-group",
  ],
  ...["application", "application-group", "application-filter", "application-tag", "external-list"],
  ...["region", "log-settings", "certificate", "certificate-profile", "ssl-tls-service-profile"],
  ...["server-profile", "authentication-profile", "authentication-sequence", "local-user-database"],
  ...["user-id-agent", "user-id-collector", "group-mapping", "user-id-ssl-auth", "captive-portal"],
  ...["redistribution-agent", "ssl-decrypt", "ssl-exclude-cert", "global-protect", "reports"],
  ...["report-group", "pdf-summary-report", "email-scheduler", "botnet", "threats", "email"],
  ...["authentication-object", "dynamic-user-group", "override", "display-name", "setting"],
  ...["settings", "high-availability", "plugins", "predefined", "readonly", "panorama", "devices"],
  ...["template", "template-stack", "log-collector", "log-collector-group", "device-object"],
  ...["url-admin-override", "scep", "sdwan-interface-profile", "alg-override", "content-preview"],
  ...["gp-appliance", "iot", "cloud-identity-engine", "user-id-hub", "wildfire-appliance"],
];

export const schema: Shape = shape({
  ...scope,
  vsys: { entry: shape(scope, true) },
  "device-group": { entry: shape(scope, true) },
  shared: shape(scope, true),
  network,
  ...Object.fromEntries(elsewhere.map((word) => [word, free])),
});
