// SPDX-License-Identifier: MIT
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Catalog, Mark, MarkEntry } from '../../../../wasm/types.ts';
import { type RuleMarks, shownMarks, stepsOf } from '../../pictures/marks/rule-marks.ts';
import type { Playground } from '../../playground/playground.ts';
import type { Racer } from '../../race/racer.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';

type Host = ReactiveControllerHost & Element & { playground: Playground };

/** What the racer's rule can draw. */
export function marksOf({ optimizers }: Catalog, { settings }: Racer): readonly MarkEntry[] {
  return optimizers.find(({ id }) => id === settings.optimizer.id)?.marks ?? [];
}

/** The step that a racer is at. */
function stepOf({ status, curve, report }: Racer): number {
  return status === 'reached' ? curve.last('step') : (report?.step ?? 0);
}

/** The marks of the last `steps` steps up to one, the newest first. None if the racer's engine broke. */
async function askMarks(
  { client, run }: Racer,
  step: number,
  steps: number,
): Promise<readonly (readonly Mark[])[]> {
  try {
    return (await client?.call('marks', run, step, steps)) ?? [];
  } catch {
    return [];
  }
}

/** Asks for the marks of one racer at the moment that the page shows, and updates its host when they come. */
export class MarksController implements ReactiveController {
  /** Whether they are shown. */
  on = true;
  #marks: RuleMarks | undefined;
  readonly #host: Host;
  #of: Racer | undefined;
  #step = -1;

  constructor(host: Host) {
    this.#host = host;
    host.addController(this);
  }

  /** The inspected racer, or the first one that draws something if none was chosen. */
  get racer(): Racer | undefined {
    const { inspected, inspectedRacer, race, catalog } = this.#host.playground;
    const isChosen = inspectedRacer?.key === inspected.racer;
    const drawing = race.shown.find((racer) => marksOf(catalog, racer).length > 0);
    return (isChosen ? undefined : drawing) ?? inspectedRacer;
  }

  /** The marks of the racer, if they are shown. */
  get shown(): RuleMarks | undefined {
    const isOf = this.#marks?.racer === this.racer?.key;
    return this.on && isOf ? this.#marks : undefined;
  }

  toggle(): void {
    this.on = !this.on;
    this.#host.requestUpdate();
  }

  /** Whether any racer draws something. A small picture has no room to explain it. */
  get isOffered(): boolean {
    if (this.#host.hasAttribute('compact')) return false;
    const { race, catalog } = this.#host.playground;
    return race.shown.some((racer) => marksOf(catalog, racer).length > 0);
  }

  hostUpdated(): void {
    void this.#look();
  }

  readonly #look = oneAtATime(async () => {
    const { racer } = this;
    if (!this.on || !this.isOffered || !racer?.client) return;
    const step = stepOf(racer);
    if (racer === this.#of && step === this.#step) return;
    const entries = marksOf(this.#host.playground.catalog, racer);
    const steps = stepsOf(entries);
    const seen = steps > 0 ? await askMarks(racer, step, steps) : [];
    this.#of = racer;
    this.#step = step;
    this.#marks = {
      racer: racer.key,
      slot: racer.settings.slot,
      marks: shownMarks(entries, seen),
    };
    this.#host.requestUpdate();
  });
}
