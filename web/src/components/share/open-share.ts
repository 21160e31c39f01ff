// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { openDialog } from '../base/open-dialog.ts';

/** Opens the dialog for sharing. */
export const openShare = (playground: Playground): Promise<void> =>
  openDialog(playground, async () => new (await import('./share-dialog.ts')).ShareDialog());
