/**
 * A name that can never exist (RFC 2606). A resolver that answers for it answers for everything; a
 * server that has a certificate for it makes certificates on the spot.
 */
export const impossibleName = "jochi-control.invalid";
