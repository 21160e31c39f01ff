// SPDX-License-Identifier: MIT
import { drawnPoints, fitted, samplesOf } from '../data/drawn/samples.ts';
import type { Points } from '../data/drawn/points.ts';
import { Drawing } from '../data/drawn/drawing.ts';
import { pack } from '../data/pack.ts';
import { fingerprint } from '../data/prepared.ts';
import type { OwnEntry } from '../model/own-samples.ts';
import { ownSamples } from '../model/own-samples.ts';
import { ownPrefix } from '../model/own-table.ts';
import { addOwnData, removeOwnData } from './own-data.ts';
import { raceOn } from './own-race.ts';
import type { Playground } from './playground.ts';
import { setUpRace } from './problem.ts';

/** A drawing with the data set of its last race. */
interface Draft {
  drawing: Drawing;
  raced: string;
}

/** So nothing is lost when the drawing is put aside. */
const drafts = new WeakMap<Playground, Draft>();

/** The entry of the data set in use. */
const entryOf = ({ catalog, settings }: Playground): Partial<OwnEntry> | undefined =>
  catalog.datasets.find(({ id }) => id === settings.dataset.id);

/** A race that follows a drawing while it is changed. All of that is one change for undo. */
export class DrawnRace {
  readonly drawing: Drawing;
  readonly #playground: Playground;
  /** Data sets that were added meanwhile. Only the last one is kept. */
  readonly #added: string[] = [];
  readonly #draft: Draft;
  readonly #part: () => void;

  constructor(playground: Playground) {
    this.#playground = playground;
    this.#draft = draftFor(playground);
    this.drawing = this.#draft.drawing;
    drafts.set(playground, this.#draft);
    this.#part = playground.join();
  }

  /** Whether the race is run on the drawing, or was on an earlier state of it. */
  get isRaced(): boolean {
    return this.#playground.settings.dataset.id === this.#draft.raced;
  }

  /** Runs the race on the points as they are now. */
  async follow(): Promise<void> {
    const playground = this.#playground;
    const prepared = samplesOf(this.drawing.points);
    const own = fingerprint(prepared);
    const id = ownPrefix + own;
    this.#draft.raced = id;
    if (id === playground.settings.dataset.id) return;
    const { catalog } = await playground.loadDeferred();
    const catalogs = [catalog, playground.catalog];
    const isNew = !ownSamples.has(id);
    const drawnBefore = entryOf(playground)?.drawn;
    addOwnData(catalogs, prepared, own, (await pack(prepared)) ?? '');
    if (isNew) this.#added.push(id);
    const { settings } = playground;
    // What was set for the data, such as the split, stays when a point is moved.
    if (drawnBefore)
      await setUpRace(playground, {
        ...settings,
        dataset: { ...settings.dataset, id },
        expect: [],
      });
    else await raceOn(playground, id);
    this.#forget(catalogs);
  }

  end(): void {
    this.#part();
  }

  /** Takes out the data sets that the race has left behind. */
  #forget(catalogs: Parameters<typeof removeOwnData>[0]): void {
    const kept = this.#playground.settings.dataset.id;
    for (const id of this.#added.filter((one) => one !== kept)) removeOwnData(catalogs, id);
    this.#added.splice(0, Infinity, ...this.#added.filter((one) => one === kept));
  }
}

/** The drawing to go on with: that of the race, or else the last one. */
function draftFor(playground: Playground): Draft {
  const known = drafts.get(playground);
  const { id } = playground.settings.dataset;
  if (known?.raced === id) return known;
  const points = raced(playground, id);
  return points
    ? { drawing: new Drawing(points), raced: id }
    : (known ?? { drawing: new Drawing(), raced: '' });
}

/** The points that the race is run on, if they were drawn. */
function raced(playground: Playground, id: string): Points | undefined {
  const samples = ownSamples.get(id);
  if (!entryOf(playground)?.drawn || !samples) return undefined;
  const { inputs, targets } = samples as { inputs: Float64Array; targets: Float64Array };
  const rows = Array.from(targets, (_, i) => [...inputs.subarray(2 * i, 2 * i + 2)]);
  const drawn = { inputs: rows, targets: [...targets] };
  return drawnPoints(drawn) ?? fitted(drawn);
}
