// SPDX-License-Identifier: MIT
import type { Catalog, Task } from '../../wasm/types.ts';
import { plain } from '../src/format/number.ts';
import type { Entry } from './components-page.ts';
import { type Html, html } from './html.ts';

type Fact = readonly [term: string, content: Html | string];

/** A table of facts in the catalog about a component other than an optimizer. */
export function componentFacts(catalog: Catalog, entry: Entry): Html | false {
  const facts = [
    ...taskFacts(entry),
    ...landmarks(entry),
    ...(entry.cost ? [['Extra evaluations per step', entry.cost] as const] : []),
    ...(entry.memory ? [['Extra memory', extraMemory(entry.memory)] as const] : []),
    ...misfits(catalog, entry),
  ];
  if (facts.length === 0) return false;
  return html`<dl>
    ${facts.map(
      ([term, content]) =>
        html`<dt>${term}</dt>
          <dd>${content}</dd> `,
    )}
  </dl>`;
}

const extraMemory = (memory: string): string => (memory === '0' ? 'none' : `${memory} numbers`);

/** The rules that a wrapper refuses, grouped by reason. */
function misfits({ optimizers }: Catalog, { unfit = {} }: Entry): Fact[] {
  const reasons = [...new Set(Object.values(unfit))];
  if (reasons.length === 0) return [];
  const refused = (reason: string): string =>
    optimizers
      .filter(({ id }) => unfit[id] === reason)
      .map(({ name }) => name)
      .join(', ');
  return [
    [
      'Does not fit',
      html`<ul>
        ${reasons.map((reason) => html`<li>Any optimizer that ${reason}: ${refused(reason)}</li>`)}
      </ul>`,
    ],
  ];
}

function taskFacts({ task, inputs = 0, outputs = 0, tasks, defaultFor = [] }: Entry): Fact[] {
  if (task)
    return [
      [
        'Task',
        `${task}, ${count(inputs, 'input')}${outputs > 1 ? `, ${count(outputs, 'output')}` : ''}`,
      ],
    ];
  const named = (one: Task): string => (defaultFor.includes(one) ? `${one} (default)` : one);
  return tasks ? [['Tasks', tasks.map(named).join(', ')]] : [];
}

const count = (number: number, noun: string): string =>
  `${number} ${noun}${number === 1 ? '' : 's'}`;

/** The drawn domain, the start, and the minima of a surface. */
function landmarks({ domain, start, minima = [], frame }: Entry): Fact[] {
  if (!domain || !start) return [];
  const at = ([a, b]: [number, number]): string => `(${plain(a)}, ${plain(b)})`;
  const [x, y] = domain;
  return [
    [
      'Drawn region',
      `x from ${plain(x[0])} to ${plain(x[1])}, y from ${plain(y[0])} to ${plain(y[1])}`,
    ],
    ['Start', at(start)],
    [
      minima.length > 1 ? 'Minima' : 'Minimum',
      minima.length === 0
        ? frame
          ? 'Not known: they depend on the formula'
          : 'None: the surface falls without limit'
        : html`${minima.map((one) => html`${plain(one.value)} at ${at(one.at)}<br />`)}`,
    ],
  ];
}
