// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { openDialog } from '../base/open-dialog.ts';

/** Opens the dialog for what a reader may take away of a race. */
export const openResults = (playground: Playground): Promise<void> =>
  openDialog(playground, async () => new (await import('./results-dialog.ts')).ResultsDialog());
