// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';

/** Opens a dialog that most readers never see. `load` gets its script when it is first opened. */
export async function openDialog(
  playground: Playground,
  load: () => Promise<HTMLElement & { playground: Playground }>,
): Promise<void> {
  try {
    const [dialog] = await Promise.all([load(), playground.loadDeferred()]);
    playground.sayOutOfReach(false);
    dialog.playground = playground;
    document.body.append(dialog);
  } catch {
    playground.sayOutOfReach(true);
  }
}
