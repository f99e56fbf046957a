import type { Kind } from "../reader.ts";

export const kind: Kind = {
  id: "azure",
  title: "Azure network security groups",
  command: "az network nsg show --resource-group GROUP --name NSG --output json",
  recognise(head) {
    if (!/^\uFEFF?\s*[[{]/.test(head)) return 0;
    if (/"([Dd]efaultS|s|S)ecurityRules"\s*:/.test(head)) return 1;
    if (/"Microsoft\.Network\/networkSecurityGroups(\/|")/i.test(head)) return 0.9;
    return /"(source|destination)AddressPrefix(es)?"\s*:/i.test(head) ? 0.8 : 0;
  },
};
