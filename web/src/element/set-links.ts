// SPDX-License-Identifier: MIT
import { FallLine, FallLineError } from './fall-line.ts';

const attribute = 'data-fall-line-set';

type Control = HTMLElement & { value?: string };

/**
 * What `data-fall-line-set` asks for: `#id run1.learningRate=1.5 run`. The id is that of an element, by
 * default the first one of the page. Words with `=` change values, by the keys of links. Then the actions
 * follow, in their order: `run`, `pause`, `reset`, `step`, `step=10`, `seek=200`. A word of another kind is a key
 * that takes the value of the input or select that has the attribute.
 */
export interface Order {
  id: string | undefined;
  changes: Record<string, string>;
  actions: (readonly [name: string, value: string])[];
}

const actionNames = ['run', 'pause', 'reset', 'step', 'seek'];

export function readOrder(text: string, value = ''): Order {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const order: Order = { id: undefined, changes: {}, actions: [] };
  for (const word of words) {
    const [, key = '', given] = /^([^=]*)=?(.*)$/.exec(word) ?? [];
    if (word.startsWith('#')) order.id = word.slice(1);
    else if (actionNames.includes(key))
      order.actions.push([key, given || (word === key ? value : '')]);
    else order.changes[key] = word === key ? value : (given ?? '');
  }
  return order;
}

/** Carries out the order of a control. The element tells what goes wrong as an `error` event. */
async function obey(control: Control): Promise<void> {
  const { id, changes, actions } = readOrder(control.getAttribute(attribute) ?? '', control.value);
  const element =
    id === undefined ? document.querySelector('fall-line') : document.getElementById(id);
  if (!(element instanceof FallLine)) {
    console.warn(`fall-line: no <fall-line> has the id ${id}.`, control);
    return;
  }
  try {
    if (Object.keys(changes).length > 0) await element.setState(changes);
    for (const [name, value] of actions) {
      if (name === 'seek') await element.seek(Number(value));
      else if (name === 'step') await element.advance(Number(value) || 1);
      else await element[name as 'run' | 'pause' | 'reset']();
    }
  } catch (error) {
    console.warn('fall-line:', (error as FallLineError).message, control);
    element.dispatchEvent(new CustomEvent('error', { detail: error as FallLineError }));
  }
}

const controlOf = ({ target }: Event): Control | null =>
  target instanceof Element ? target.closest<Control>(`[${attribute}]`) : null;

const takesInput = (control: Control): boolean => control.matches('input, select');

/** Listens to all controls of the page, also those that are added later. */
export function watchControls(): void {
  addEventListener('click', (event) => {
    const control = controlOf(event);
    if (!control || takesInput(control) || event.defaultPrevented) return;
    // A click with a key held down opens the link elsewhere, as readers know it.
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    void obey(control);
  });
  addEventListener('input', (event) => {
    const control = controlOf(event);
    if (control && takesInput(control)) void obey(control);
  });
}
