// SPDX-License-Identifier: MIT
import { marked, msg } from '../language/message.ts';

/** What index.html and embed.html say, in English, before a script runs. */
export const documentTexts = [
  marked('Fall Line: optimizers race on one network'),
  marked(
    'A playground where neural-network optimizers race on the same network from the same start',
  ),
  marked('A race of neural-network optimizers on the same network from the same start'),
  marked('Loading the playground'),
];

/** Translates what stays of the document, and what is read aloud until the page is there. */
export function translateDocument(): void {
  document.title = msg(document.title);
  const description = document.querySelector<HTMLMetaElement>('meta[name=description]');
  if (description) description.content = msg(description.content);
  const busy = document.querySelector('[aria-busy]');
  busy?.setAttribute('aria-label', msg(busy.getAttribute('aria-label') ?? ''));
}
