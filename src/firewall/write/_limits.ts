/**
 * What the vendors' own documentation and sources set as the longest and the most. Names of openings
 * have 31 characters at most, so only suffixes and comments need care.
 */
export const limits = {
  /** libnftnl: NFTNL_UDATA_COMMENT_MAXLEN is 128 with the final NUL. */
  nftComment: 127,
  /** Linux: XT_EXTENSION_MAXNAMELEN is 29, XT_MAX_COMMENT_LEN 256, both with the final NUL. */
  iptablesChain: 28,
  iptablesComment: 255,
  /** Linux: XT_MULTI_PORTS; a range takes two. RouterOS inherits it. */
  multiport: 15,
  /** PAN-OS 8.1 and later: objects and rules 63 (31 before); descriptions 1023, of addresses 255. */
  panosName: 63,
  panosDescription: 255,
  /** PAN-OS: the ports of a service are a text of at most 1023 characters, a range has up to 12. */
  panosPorts: 80,
  /** FortiOS CLI reference: objects 79 (policies 35, which `-v6` fits), comments of objects 255. */
  fortiosName: 79,
  fortiosComment: 255,
  /** FortiOS: short enough for one setting of a service on every model. */
  fortiosPorts: 15,
  /** Cisco ASA and IOS command references: a remark has at most 100 characters. */
  ciscoRemark: 100,
  /** Junos: descriptions of policies and addresses. */
  junosDescription: 900,
  /**
   * cmd.exe takes 8191 characters in a line. An IPv6 range has up to 79, and a rule three lists, so
   * thirty of each fit.
   */
  windowsList: 30,
  /** Lines people read. */
  line: 100,
} as const;
