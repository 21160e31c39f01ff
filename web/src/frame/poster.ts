// SPDX-License-Identifier: MIT
import { readQuery } from '../page/looks.ts';

/** The rules and the problem in a link, as the link writes them: `sgd, adam on spiral`. Empty without a link. */
export function raceInWords({ hash, search }: { hash: string; search: string }): string {
  const link = new URLSearchParams(
    hash.length > 1 ? hash.slice(1) : (readQuery(search).get('s') ?? ''),
  );
  const runs = link.getAll('run').map((run) => run.replace(/,.*$/s, ''));
  const problem = link.get('surface') ?? link.get('dataset');
  const words = runs.slice(0, 6).join(', ') + (problem === null ? '' : ` on ${problem}`);
  return words.slice(0, 120).trim();
}

/** Replaces the poster's words by those of the race, and adds a button to play it. */
export function completePoster(poster: Element, play: () => void): void {
  const words = raceInWords(location);
  if (words !== '') {
    const line = document.createElement('p');
    line.textContent = words;
    poster.append(line);
  }
  const button = document.createElement('button');
  button.textContent = 'Play';
  button.addEventListener('click', () => {
    button.textContent = 'Loading…';
    play();
  });
  poster.append(button);
}
