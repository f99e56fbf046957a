/**
 * A list of our own in the published shape, with every kind of record. Names are of example domains
 * and addresses of those for documentation and for private use, so none of it is anybody's.
 *
 * @param records how many records of the usual kinds stand behind the special ones
 */
export function publishedList(records: number, perRecord = { urls: 6, ips: 4 }): object[] {
  const special = [
    {
      id: 1,
      serviceArea: "Mail",
      serviceAreaDisplayName: "Mail Online",
      urls: ["mail.example.com", "post.example.com"],
      ips: ["198.51.100.0/28", "203.0.113.7/32", "2001:db8:1::/48"],
      tcpPorts: "80,443",
      udpPorts: "443",
      expressRoute: true,
      category: "Optimize",
      required: true,
    },
    {
      id: 2,
      serviceArea: "Mail",
      serviceAreaDisplayName: "Mail Online",
      urls: ["post.example.com", "smtp.example.com"],
      ips: ["198.51.100.0/28", "203.0.113.7/32", "2001:db8:1::/48"],
      tcpPorts: "143, 587, 993",
      expressRoute: true,
      category: "Allow",
      required: false,
      notes: "Other mail clients, such as: IMAP",
    },
    {
      id: 3,
      serviceArea: "Calls",
      serviceAreaDisplayName: "Calls Online",
      ips: ["198.51.100.64/26", "2001:db8:2::/48"],
      udpPorts: "3478-3481",
      expressRoute: true,
      category: "Optimize",
      required: true,
    },
    {
      id: 4,
      serviceArea: "Mail",
      serviceAreaDisplayName: "Mail Online",
      urls: ["*.mail.example.com", "autodiscover.*.tenants.example.com", "*cdn.notes.example.com"],
      tcpPorts: "443,80",
      expressRoute: false,
      category: "Default",
      required: true,
    },
    {
      id: 5,
      serviceArea: "Common",
      urls: ["*.tenants.example.com", "mail.example.com", "<tenant>-admin.sites.example.com"],
      tcpPorts: "443,80",
      expressRoute: false,
      category: "Default",
      required: false,
    },
  ];
  const areas = ["Mail", "Calls", "Files", "Common"];
  const categories = ["Optimize", "Allow", "Default"];
  const usual = Array.from({ length: records }, (_, at) => ({
    id: 100 + at,
    serviceArea: areas[at % areas.length],
    serviceAreaDisplayName: `${areas[at % areas.length]} Online`,
    urls: Array.from({ length: perRecord.urls }, (_, each) =>
      each % 3 === 2 ? `*.w${at}-${each}.example.net` : `h${at}-${each}.example.net`,
    ),
    ...(at % 3 !== 2 && {
      ips: Array.from({ length: perRecord.ips }, (_, each) =>
        each % 2 === 1
          ? `fd10:db8:${(0x100 + at).toString(16)}:${each}::/64`
          : `10.${at % 250}.${(each * 16) % 256}.0/24`,
      ),
    }),
    tcpPorts: at % 2 === 0 ? "80,443" : "443",
    ...(at % 5 === 0 && { udpPorts: "50000-50059" }),
    expressRoute: at % 7 === 0,
    category: categories[at % categories.length],
    required: at % 4 !== 3,
    ...(at % 6 === 5 && { notes: `Notes of record ${at}` }),
  }));
  return [...special, ...usual];
}
