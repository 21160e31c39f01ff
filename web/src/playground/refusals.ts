// SPDX-License-Identifier: MIT
import type { Catalog } from '../../../wasm/types.ts';
import { refusalText } from '../model/refusal.ts';
import type { Race } from '../race/race.ts';

/** A control that can say why its value was refused. */
interface Control {
  refusal: string;
}

/**
 * While the last good race stays on the page, tells at the control that was changed last why the engine
 * refuses the change. Controls name themselves by their event `setting`.
 */
export function tellRefusals(race: Race, catalog: Catalog): void {
  let last: Control | undefined;
  let told: Control | undefined;
  addEventListener('setting', (event) => {
    last = event.composedPath()[0] as unknown as Control;
  });
  race.on('state', () => {
    const [racer] = race.refused;
    if (told) told.refusal = '';
    told = racer ? last : undefined;
    if (!racer || !told) return;
    const { status, settings, problems, message } = racer;
    told.refusal = status === 'refused' ? refusalText(catalog, settings, problems) : message;
  });
}
