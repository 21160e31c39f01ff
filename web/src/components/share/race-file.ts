// SPDX-License-Identifier: MIT
import { withNote } from '../../sharing/race-file.ts';

/** The single file with a race. Within the single file, it is a copy of itself, made without a request. */
export async function raceFile(home: string | undefined, link: string): Promise<Blob> {
  const itself = document.querySelector<HTMLMetaElement>('meta[name="fall-line-file"]')?.content;
  const answer = await fetch(itself ?? new URL('playground.html', home ?? location.href));
  if (!answer.ok) throw new Error(`The server answered ${answer.status}.`);
  const source = withNote(await answer.text(), { link, ...(home && { home }) });
  return new Blob([source], { type: 'text/html' });
}
