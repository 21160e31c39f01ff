// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { openDialog } from '../base/open-dialog.ts';

/** Opens the dialog for the reader's own data, which reads the files or what was dropped, if there is any. */
export const openOwnData = (
  playground: Playground,
  brought: { files?: File[]; entries?: FileSystemEntry[] } = {},
): Promise<void> =>
  openDialog(playground, async () => {
    const { OwnDataDialog } = await import('./own-data-dialog.ts');
    return Object.assign(new OwnDataDialog(), brought);
  });
