// SPDX-License-Identifier: MIT
/** What a running engine says in English, for readers of other languages. tests/web/languages.test.ts has it say all. */
import { marked, msg, pieces } from '../language/message.ts';

/** Why a rule, a wrapper or an instrument is unfit, to follow its name, and why a racer stopped. */
export const said = [
  marked('needs 64-bit numbers'),
  marked('needs a sum of squares, such as mean-squared-error'),
  marked('needs a sum of squares, which an L1 penalty is not'),
  marked('needs a sum of squares, which this surface is not'),
  marked('needs a sum of squares, so gradientNoise must be 0'),
  marked('needs a loss that is the logarithm of a probability ({losses})'),
  marked('needs layers of at most {most} units, and the widest here has {n}'),
  marked('needs at most {most} parameters, and this network has {n}'),
  marked('needs layers without normalization, since its gains have no Kronecker factors'),
  marked(
    'needs the gradient of each sample alone, which batch normalization mixes with the others',
  ),
  marked('needs the same network at every step, which dropout changes'),
  marked('needs weight matrices, which a surface does not have'),
  marked('needs one fixed function, and here it changes at every step'),
  marked('needs training samples to choose from, which a surface does not have'),
  marked('needs layers, which a surface does not have'),
  marked('has no learning rate'),
  marked('compares losses along its gradient'),
  marked('uses no gradient'),
  marked('a network'),
  marked('gradients'),
  marked('a rate for each parameter'),
  marked('a hidden layer'),
  marked('an activation with a flat part'),
  marked('steps without noise'),
  marked('the full batch'),
  marked('classes to predict'),
  marked('values to predict instead of classes'),
  marked('the gradient is no longer finite'),
  marked('the mini-batch loss is no longer a finite number'),
  marked('a weight is no longer a finite number'),
  marked('its value is no longer a finite number'),
  marked('its position is no longer finite'),
  marked('every component of the gradient is at most 1e-10 in size'),
  marked('no step down the gradient lowers the loss, however small it is'),
  marked('no step lowers the loss, even with the damping at its maximum'),
  marked('the damping is too small to compute a step'),
  // Vectors with a number for each parameter that the catalog does not describe.
  marked('direction'),
  marked('eigenvalues'),
  marked('travelled'),
  marked('current'),
];

/** What the engine demands of settings that no control excludes. */
const rules = [
  marked('{subject} must be {only} for {rule}, which {why}. It is {value}.'),
  marked('{subject} must be a wrapper that is not in the list already. It is {value}.'),
  marked('{subject} must be a loss for regression. It is {value}.'),
  marked('{subject} must be a loss for classification. It is {value}.'),
  marked('{subject} must be 0 for regression. It is {value}.'),
  marked('{subject} must be false for regression. It is {value}.'),
  marked('{subject} must be 0 for a loss without probabilities, such as {loss}. It is {value}.'),
  marked(
    '{subject} must be names of activations ({known}), and {name} is none of them. It is {value}.',
  ),
  marked(
    '{subject} must name at most one activation for each hidden layer, and there are {n}. It is {value}.',
  ),
  marked('{subject} must be at least {least} for batch normalization. It is {value}.'),
  marked('{subject} must need at most {most} of memory. It is {value}.'),
  marked(
    '{subject} must fit into the memory left beside {n} other runs, which hold {held} of {all}. It is {value}.',
  ),
];

/** A text of the engine in the page's language. An unknown one stays as it is. */
export const engineText = (text: string): string => translated(said, text, {}) ?? msg(text);

/** What a setting must be and is: `The problem must need at most 192 MB of memory. It is 200 MB.` */
export function ruleText(subject: string, rule: string, value: string): string {
  const whole = `{subject} ${rule}. It is {value}.`;
  return (
    translated(rules, whole, { subject, value }) ??
    msg('{subject} {rule}. It is {value}.', { subject, rule, value })
  );
}

/**
 * The translation of the text that is one of `known` with some values, which are read out of it. `inner` translates
 * one of them.
 */
export function translated(
  known: readonly string[],
  text: string,
  values: Readonly<Record<string, string>>,
  inner = (name: string, value: string) => (name === 'why' ? engineText(value) : value),
): string | undefined {
  for (const one of known) {
    const names: string[] = [];
    const pattern = one.replace(/[.()?]/g, '\\$&').replace(/\{(\w+)\}/g, (whole, name: string) => {
      if (name in values) return `\\{${name}\\}`;
      names.push(name);
      return whole && '(.+?)';
    });
    const found = new RegExp(`^${pattern}$`).exec(text);
    if (!found) continue;
    const read = names.map((name, at) => {
      const value = found[at + 1] ?? '';
      return [name, inner(name, value)];
    });
    return pieces(one, { ...Object.fromEntries(read), ...values }).join('');
  }
  return undefined;
}
