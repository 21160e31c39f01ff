// SPDX-License-Identifier: MIT

/** Percent signs that decode to nothing are taken as they stand. */
export function decodedOnce(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
