// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { openDialog } from '../base/open-dialog.ts';

/** What was dropped: as files, among which folders are no files, and as entries of a file system. */
export interface Dropped {
  files: File[];
  entries: (FileSystemEntry | null)[];
}

/** Opens the dialog for the reader's own data, which reads what was dropped, if anything was. */
export const openOwnData = (playground: Playground, dropped?: Dropped): Promise<void> =>
  openDialog(playground, async () => {
    const { OwnDataDialog } = await import('./own-data-dialog.ts');
    return Object.assign(new OwnDataDialog(), dropped);
  });
