// SPDX-License-Identifier: MIT
import { inHtml } from '../src/sharing/escape.ts';

/** Markup, which needs no escaping. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toString(): string {
    return this.text;
  }
}

type Content = Html | string | number | false | undefined | readonly Content[];

/** Markup with interpolated values. Values that are not markup are escaped. */
export function html(parts: TemplateStringsArray, ...values: Content[]): Html {
  return new Html(parts.map((part, index) => part + markup(values[index])).join(''));
}

function markup(value: Content): string {
  if (value === undefined || value === false) return '';
  if (value instanceof Html) return value.text;
  if (typeof value === 'object') return value.map(markup).join('');
  return inHtml(String(value));
}
