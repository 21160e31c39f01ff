// SPDX-License-Identifier: MIT

/** What a downloaded race says of itself, because a file has no address that could. */
export interface RaceNote {
  /** The race, as a link has it after `#`. */
  link: string;
  /** The folder of the pages that it was downloaded from, with a slash at its end, if that is known. */
  home?: string;
}

/** The id of the element that holds the note. packed.html reads it. */
const noteId = 'fall-line-race';

/** Before the first script of the file. */
const place = '<script';

/**
 * The source of the single file, with a note of the race that it opens. An earlier note is replaced.
 * Throws an Error if the source is another page.
 */
export function withNote(source: string, note: RaceNote): string {
  if (!source.includes('id="packed"')) throw new Error('This is not the playground in one file.');
  const bare = source.replace(new RegExp(`<script[^>]*id="${noteId}"[^>]*>[^<]*</script>\\s*`), '');
  const at = bare.indexOf(place);
  return `${bare.slice(0, at)}${noteElement(note)}\n    ${bare.slice(at)}`;
}

/** Without a `<`, nothing in the note can end the script. */
function noteElement(note: RaceNote): string {
  const json = JSON.stringify(note).replaceAll('<', '\\u003c');
  return `<script type="application/json" id="${noteId}">${json}</script>`;
}
