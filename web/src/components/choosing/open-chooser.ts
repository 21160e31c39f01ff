// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';

/** Opens the questions in a dialog. Its script is loaded when it is first opened. */
export async function openChooser(playground: Playground): Promise<void> {
  try {
    const [{ Chooser }] = await Promise.all([import('./chooser.ts'), playground.loadDeferred()]);
    playground.sayOutOfReach(false);
    const chooser = new Chooser();
    chooser.playground = playground;
    document.body.append(chooser);
  } catch {
    playground.sayOutOfReach(true);
  }
}
