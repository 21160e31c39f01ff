// SPDX-License-Identifier: MIT
import type { Engine, OptimizerEntry, RunSettings } from '../../wasm/types.ts';
import { whyUnavailable } from '../src/model/unavailable.ts';

/** A problem to test whether an optimizer works on it. */
interface Probe {
  kind: 'losses' | 'surfaces' | 'sizes';
  name: string;
  problem: RunSettings['problem'];
}

/** Why an optimizer does not work on some problems. */
export interface Refusal {
  /** The reason, to follow the optimizer's name: `needs a sum of squares`. */
  why: string;
  where: string;
}

const kinds: Record<Probe['kind'], { one: string; all: string }> = {
  losses: { one: 'on networks with the loss', all: 'on networks' },
  surfaces: { one: 'on the surface', all: 'on surfaces' },
  sizes: { one: 'on a network of', all: 'on networks' },
};

/** Hidden layers with too many weights for an n × n matrix, but fast to build. */
const large = [60, 60];

/** One network for each loss, every surface, and a large network. */
function probesOf({ catalog }: Engine): Probe[] {
  const losses = catalog.losses.map(({ id, name, tasks }): Probe => {
    const data = catalog.datasets.find(({ task }) => tasks.includes(task));
    const dataset = { id: data?.id ?? '' };
    return { kind: 'losses', name, problem: { dataset, network: { loss: id } } };
  });
  const surfaces = catalog.surfaces.map(({ id, name }): Probe => {
    return { kind: 'surfaces', name, problem: { surface: { id } } };
  });
  const regression = catalog.datasets.find(({ task }) => task === 'regression')?.id ?? '';
  const problem = { dataset: { id: regression }, network: { hidden: large } };
  return [...losses, ...surfaces, { kind: 'sizes', name: `${large.join(' + ')} units`, problem }];
}

/** Where the engine refuses an optimizer, grouped by reason. */
export function refusals(engine: Engine, entry: OptimizerEntry): Refusal[] {
  const probes = probesOf(engine);
  const groups = new Map<string, { why: string; probes: Probe[] }>();
  for (const probe of probes) {
    const problems = engine.check({ problem: probe.problem, optimizer: { id: entry.id } });
    const why = whyUnavailable(problems);
    if (why === undefined) continue;
    const key = `${probe.kind} ${why}`;
    groups.set(key, { why, probes: [...(groups.get(key)?.probes ?? []), probe] });
  }
  return [...groups.values()].map(({ why, probes: refused }) => ({
    why,
    where: place(refused, probes),
  }));
}

function place(refused: Probe[], all: Probe[]): string {
  const kind = refused[0]?.kind ?? 'losses';
  const { one, all: every } = kinds[kind];
  const alike = all.filter((probe) => probe.kind === kind);
  if (alike.length === refused.length && alike.length > 1) return every;
  return `${one}${refused.length > 1 && kind === 'surfaces' ? 's' : ''} ${refused.map(({ name }) => name).join(', ')}`;
}
