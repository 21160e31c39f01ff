// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { isRace } from '../../results/format.ts';
import { openDialog } from '../base/open-dialog.ts';
import { openOwnData } from './open-own-data.ts';

/** From now on, files may be dropped anywhere on the page. */
export function acceptFiles(playground: Playground): void {
  const listen = (
    sign: 'dragover' | 'drop',
    act: (files: File[], entries: FileSystemEntry[]) => void,
  ): void =>
    addEventListener(sign, (event) => {
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      const entries = [...dataTransfer.items].flatMap((item) => item.webkitGetAsEntry() ?? []);
      act([...dataTransfer.files], entries);
    });
  listen('dragover', () => {});
  listen('drop', (files, entries) => {
    if (entries.some(({ isDirectory }) => isDirectory)) void openOwnData(playground, { entries });
    else if (files.length > 0) void openFiles(playground, files);
  });
}

/** A race that was downloaded is opened. Everything else is data. */
async function openFiles(playground: Playground, files: File[]): Promise<void> {
  const [file] = files;
  if (!file?.name.endsWith('.json') || !(await isRace(file)))
    return openOwnData(playground, { files });
  await openDialog(playground, async () => {
    const { ResultsDialog } = await import('../results/results-dialog.ts');
    return Object.assign(new ResultsDialog(), { file });
  });
}
