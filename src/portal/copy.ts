/**
 * Puts text on the clipboard; false where the browser does not let it, as pages opened from a file
 * may not everywhere.
 */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyOldWay(text);
  }
}

function copyOldWay(text: string): boolean {
  const active = document.activeElement;
  const area = document.createElement("textarea");
  area.value = text;
  area.className = "unseen";
  document.body.append(area);
  area.select();
  let copied = false;
  try {
    copied = document.execCommand("copy");
  } catch {
    // An answer like any other: it was not copied.
  }
  area.remove();
  if (active instanceof HTMLElement) active.focus();
  return copied;
}
