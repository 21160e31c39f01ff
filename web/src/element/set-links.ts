// SPDX-License-Identifier: MIT
import { type Answers, FallLine, FallLineError } from './fall-line.ts';

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
  /** The word that takes the value of the control: a key, or `seek`. */
  own?: string;
}

const actionNames = ['run', 'pause', 'reset', 'step', 'seek'];

export function readOrder(text: string, value = ''): Order {
  const words = text.split(/\s+/).filter((word) => word !== '');
  const order: Order = { id: undefined, changes: {}, actions: [] };
  for (const word of words) {
    const [, key = '', given] = /^([^=]*)=?(.*)$/.exec(word) ?? [];
    const isBare = word === key;
    const isAction = actionNames.includes(key);
    if (word.startsWith('#')) {
      order.id = word.slice(1);
      continue;
    }
    if (isBare && (key === 'seek' || !isAction)) order.own ??= key;
    if (isAction) order.actions.push([key, given || (isBare ? value : '')]);
    else order.changes[key] = isBare ? value : (given ?? '');
  }
  return order;
}

const orderOf = (control: Control): Order =>
  readOrder(control.getAttribute(attribute) ?? '', control.value);

const elementOf = ({ id }: Order): Element | null =>
  id === undefined ? document.querySelector('fall-line') : document.getElementById(id);

/** Carries out the order of a control. The element tells what goes wrong as an `error` event. */
async function obey(control: Control): Promise<void> {
  const order = orderOf(control);
  const element = elementOf(order);
  if (!(element instanceof FallLine)) {
    console.warn(`fall-line: no <fall-line> has the id ${order.id}.`, control);
    return;
  }
  try {
    if (Object.keys(order.changes).length > 0) await element.setState(order.changes);
    for (const [name, value] of order.actions) {
      if (name === 'seek') await element.seek(Number(value));
      else if (name === 'step') await element.advance(Number(value) || 1);
      else await element[name as 'run' | 'pause' | 'reset']();
    }
  } catch (error) {
    console.warn('fall-line:', (error as FallLineError).message, control);
    element.dispatchEvent(new CustomEvent('error', { detail: error as FallLineError }));
  }
}

/** Inputs and selects to which their author gave no value. Boxes and radio buttons have no other. */
const unset = 'input:not([value],[type=checkbox],[type=radio]),select';

/** Gives such controls the values of the race, or its step alone. One that a reader is using keeps its own. */
async function adopt(element: FallLine, stepAlone: boolean): Promise<void> {
  const found = [...document.querySelectorAll<Control>(`[${attribute}]`)].filter(
    (control) =>
      control.matches(unset) &&
      !control.querySelector('[selected]') &&
      elementOf(orderOf(control)) === element,
  );
  const keys = found.map((control) => orderOf(control).own ?? '').filter((key) => key !== '');
  if (keys.length === 0) return;
  const { values, step }: Partial<Answers['getState']> = stepAlone
    ? element
    : await element.getState(keys);
  for (const control of found) {
    const { own = '' } = orderOf(control);
    const value = own === 'seek' ? step : values?.[own];
    if (value != null && !control.matches(':active,:focus')) control.value = String(value);
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
  // The events of the element don't bubble.
  for (const name of ['ready', 'statechange', 'progress'])
    addEventListener(
      name,
      // A frame that is removed meanwhile answers nothing.
      ({ target }) =>
        target instanceof FallLine && adopt(target, name === 'progress').catch(() => {}),
      true,
    );
}
