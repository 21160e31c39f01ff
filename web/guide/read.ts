// SPDX-License-Identifier: MIT
/** A page of the authors' guide, as its file has it. */
export interface GuideFile {
  /** The name of the file, without its number: `one-figure`. */
  id: string;
  title: string;
  /** What it is about, in a sentence. */
  line: string;
  /** Its markup, with `<live>` around what is shown both as it works and as it is written. */
  markup: string;
}

const head = /^<!--\s*SPDX[^>]*-->\s*<!--\s*title:\s*(.+?)\s*\n\s*line:\s*(.+?)\s*-->\s*/;

/** Reads a file of `web/guide/pages`. Its second comment gives the title and the line. */
export function readGuideFile(name: string, source: string): GuideFile {
  const [whole, title, line] = head.exec(source) ?? [];
  if (whole === undefined || title === undefined || line === undefined)
    throw new Error(
      `${name} must begin with its licence, and a comment with "title:" and "line:".`,
    );
  const id = name.replace(/^\d+-/, '').replace(/\.html$/, '');
  return { id, title, line, markup: source.slice(whole.length) };
}
