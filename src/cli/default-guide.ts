/** The guide of every command to which none is named, in its newest edition. */
export const defaultGuide = "bankpay-transfer";
