// SPDX-License-Identifier: MIT
/** Python as the formatter black would write it. */
import type { SettingValue } from '../../../../wasm/types.ts';
import { inPython } from '../escape.ts';

/** The longest line. */
export const width = 88;

/**
 * The name of a hyperparameter in Python: `beta1`, and `lr` as in PyTorch. Weight decay is `decay`, because Keras itself
 * acts on an optimizer's `weight_decay`.
 */
export function nameOf(id: string): string {
  if (id === 'learningRate') return 'lr';
  if (id === 'weightDecay') return 'decay';
  const name = id.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return keywords.has(name) ? `${name}_` : name;
}

/** The keywords that could be the name of a hyperparameter. */
const keywords = new Set(['lambda', 'in', 'is', 'from', 'with', 'global', 'class']);

/** A value of a setting. */
export function literal(value: SettingValue): string {
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`;
  return typeof value === 'string' ? inPython(value) : String(value);
}

/** A value of a setting, with a point in every number: Keras refuses integers. */
export const floatLiteral = (value: SettingValue): string =>
  Number.isInteger(value) && Math.abs(Number(value)) < 1e21 ? `${value}.0` : literal(value);

/** A text without what would end its docstring or begin an escape. */
export const inDocstring = (text: string): string =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll(/\s+/g, ' ');

/** A comment in lines that are short enough. */
export function comment(text: string, indent = ''): string {
  const lines: string[] = [];
  let line = `${indent}#`;
  for (const word of text.split(/\s+/).filter(Boolean)) {
    if (line.length + 1 + word.length > width && line !== `${indent}#`) {
      lines.push(line);
      line = `${indent}#`;
    }
    line += ` ${word}`;
  }
  return [...lines, line].join('\n');
}

/** The arguments in a text such as `a, (b, c)`, split at commas that stand in no brackets and no string. */
export function splitArguments(text: string): string[] {
  const all: string[] = [];
  let depth = 0;
  let quoted = false;
  let start = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text.charAt(i);
    if (letter === '"') quoted = !quoted;
    if (quoted) continue;
    if ('([{'.includes(letter)) depth++;
    if (')]}'.includes(letter)) depth--;
    if (letter !== ',' || depth > 0) continue;
    all.push(text.slice(start, i).trim());
    start = i + 1;
  }
  const last = text.slice(start).trim();
  return last === '' ? all : [...all, last];
}

/**
 * A line such as `optimizer = Adam(parameters, lr=0.1),` with what stands before and after the brackets. If it is
 * too long, the arguments get lines of their own.
 */
export function call(before: string, args: readonly string[], after = '', indent = ''): string {
  const all = args.join(', ');
  const line = `${indent}${before}(${all})${after}`;
  if (line.length <= width || args.length === 0) return line;
  const inner = `${indent}    `;
  const together = `${inner}${all}`;
  const listed =
    together.length <= width ? together : args.map((arg) => argument(arg, inner)).join('\n');
  return `${indent}${before}(\n${listed}\n${indent})${after}`;
}

/** An argument on a line of its own, or on several if it is a call that is too long for one. */
function argument(text: string, indent: string): string {
  const open = text.indexOf('(');
  if (indent.length + text.length < width || open < 1 || !text.endsWith(')'))
    return `${indent}${text},`;
  return call(text.slice(0, open), splitArguments(text.slice(open + 1, -1)), ',', indent);
}

/** A body, each of its lines that is not empty moved to the right. */
export const indented = (body: string, indent = '    '): string =>
  body.replaceAll(/^(?=.)/gm, indent);
