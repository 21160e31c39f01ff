// SPDX-License-Identifier: MIT
import { msg } from '../../language/message.ts';

/** Copies the text of an area, or selects it where the browser forbids that. Returns what to say. */
export async function copyFrom(area: HTMLTextAreaElement | null): Promise<string> {
  try {
    await navigator.clipboard.writeText(area?.value ?? '');
    return msg('Copied.');
  } catch {
    area?.select();
    area?.focus();
    return msg('This browser does not let the page copy. The text is selected: copy it yourself.');
  }
}
