// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { openDialog } from '../base/open-dialog.ts';

/** Opens the questions in a dialog. */
export const openChooser = (playground: Playground): Promise<void> =>
  openDialog(playground, async () => new (await import('./chooser.ts')).Chooser());
