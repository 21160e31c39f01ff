// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';

/** Opens the dialog for sharing. Its script is loaded when it is first opened. */
export async function openShare(playground: Playground): Promise<void> {
  try {
    const [{ ShareDialog }] = await Promise.all([
      import('./share-dialog.ts'),
      playground.loadDeferred(),
    ]);
    playground.sayOutOfReach(false);
    const dialog = new ShareDialog();
    dialog.playground = playground;
    document.body.append(dialog);
  } catch {
    playground.sayOutOfReach(true);
  }
}
