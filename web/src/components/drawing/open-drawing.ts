// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { openDialog } from '../base/open-dialog.ts';

/** Opens the dialog in which points are drawn. */
export const openDrawing = (playground: Playground): Promise<void> =>
  openDialog(playground, async () => {
    const { DrawingDialog } = await import('./drawing-dialog.ts');
    return new DrawingDialog();
  });
