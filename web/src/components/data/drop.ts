// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { isRace } from '../../results/format.ts';
import { openDialog } from '../base/open-dialog.ts';
import { type Dropped, openOwnData } from './open-own-data.ts';

/** From now on, files may be dropped anywhere on the page. */
export function acceptFiles(playground: Playground): void {
  const listen = (sign: 'dragover' | 'drop', act: (dropped: DataTransfer) => void): void =>
    addEventListener(sign, (event) => {
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      act(dataTransfer);
    });
  listen('dragover', () => {});
  listen('drop', ({ files, items }) => {
    // They are gone after the event.
    const entries = [...items].map((item) => item.webkitGetAsEntry());
    if (files.length > 0) void openFiles(playground, { files: [...files], entries });
  });
}

/** A race that was downloaded is opened. Everything else is data. */
async function openFiles(playground: Playground, dropped: Dropped): Promise<void> {
  const [file] = dropped.files;
  if (!file?.name.endsWith('.json') || !(await isRace(file)))
    return openOwnData(playground, dropped);
  await openDialog(playground, async () => {
    const { ResultsDialog } = await import('../results/results-dialog.ts');
    return Object.assign(new ResultsDialog(), { file });
  });
}
