// SPDX-License-Identifier: MIT
import { readQuery } from '../page/looks.ts';

/** Translates a text. */
type Say = (english: string) => string;

/** The rules and the problem in a link, as the link writes them: `sgd, adam on spiral`. Empty without a link. */
export function raceInWords(
  { hash, search }: { hash: string; search: string },
  say: Say = (english) => english,
): string {
  const link = new URLSearchParams(
    hash.length > 1 ? hash.slice(1) : (readQuery(search).get('s') ?? ''),
  );
  const runs = link.getAll('run').map((run) => run.replace(/,.*$/s, ''));
  const id = link.get('surface') ?? link.get('dataset');
  // A reader’s own data have a fingerprint in place of a name.
  const problem = id?.startsWith('own-') ? say('own data') : id;
  const rules = runs.slice(0, 6).join(', ');
  const words =
    problem === null
      ? rules
      : say('{rules} on {problem}').replace(/\{(\w+)\}/g, (_, name) =>
          name === 'rules' ? rules : problem,
        );
  return words.slice(0, 120).trim();
}

/** Replaces the poster's words by those of the race, and adds a button to play it. */
export function completePoster(poster: Element, say: Say, play: () => void): void {
  const title = poster.querySelector('h1');
  if (title) title.textContent = say('Fall Line: optimizers race');
  const words = raceInWords(location, say);
  if (words !== '') {
    const line = document.createElement('p');
    line.textContent = words;
    poster.append(line);
  }
  const button = document.createElement('button');
  button.textContent = say('Play');
  button.addEventListener('click', () => {
    button.textContent = say('Loading…');
    play();
  });
  poster.append(button);
}
