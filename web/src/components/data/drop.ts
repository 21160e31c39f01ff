// SPDX-License-Identifier: MIT
import type { Playground } from '../../playground/playground.ts';
import { openOwnData } from './open-own-data.ts';

/** From now on, files may be dropped anywhere on the page. */
export function acceptFiles(playground: Playground): void {
  const listen = (sign: 'dragover' | 'drop', act: (files: File[]) => void): void =>
    addEventListener(sign, (event) => {
      const { dataTransfer } = event;
      if (!dataTransfer?.types.includes('Files')) return;
      event.preventDefault();
      act([...dataTransfer.files]);
    });
  listen('dragover', () => {});
  listen('drop', (files) => {
    if (files.length > 0) void openOwnData(playground, files);
  });
}
