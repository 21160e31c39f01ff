// SPDX-License-Identifier: MIT

/** What a file says of itself, so a reader of files can tell it from others. */
export const format = 'fall-line race';
/** Of the format. A change that older pages can't read raises it. */
export const formatVersion = 1;

/** Whether a file seems to be a race rather than a table. */
export async function isRace(file: Blob): Promise<boolean> {
  return (await file.slice(0, 200).text()).includes(JSON.stringify(format));
}
