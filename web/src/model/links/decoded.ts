// SPDX-License-Identifier: MIT

/** Decodes percent-encoding. Invalid escapes stay as they are. */
export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
