// SPDX-License-Identifier: MIT
import type { Catalog, Finding } from '../../../wasm/types.ts';
import { grouped, plain } from '../format/number.ts';
import { engineText } from '../catalog/engine-texts.ts';
import { msg } from '../language/message.ts';
import { valueText } from './names.ts';
import { rowAt } from './setting-path.ts';
import type { RacerSettings } from './settings.ts';

/** A finding in words. */
export interface Told {
  /** The fault's name. */
  name: string;
  text: string;
  /** More about it, or an empty string. */
  details: string;
  /** The remedy, such as `learning rate 0.01`. */
  remedy: string | undefined;
}

const quote = /\{(\w+)\}/g;

/** What the page says of a finding. Undefined without the texts, which come with the whole catalog. */
export function tell(catalog: Catalog, racer: RacerSettings, finding: Finding): Told | undefined {
  const fault = catalog.faults.find(({ id }) => id === finding.fault);
  if (!fault) return undefined;
  const { measured, cause, remedy } = finding;
  const change = remedy && remedyWords(catalog, racer, remedy);
  const words = new Map<string, string>([
    ...Object.entries(measured).map(([name, value]) => [name, numberText(value)] as const),
    ...(cause === undefined ? [] : [['cause', engineText(cause)] as const]),
    ...Object.entries(change ?? {}),
  ]);
  const said = (sentences: readonly string[]): string =>
    sentences
      .filter((sentence) => [...sentence.matchAll(quote)].every(([, name = '']) => words.has(name)))
      .map((sentence) => sentence.replace(quote, (_, name: string) => words.get(name) ?? ''))
      .join(' ');
  return {
    name: fault.name,
    text: said(fault.sentences),
    details: said(fault.details),
    remedy: change && `${change.setting} ${change.better}`,
  };
}

/** The names of the setting that a remedy changes, and of its new value. */
function remedyWords(
  catalog: Catalog,
  racer: RacerSettings,
  { path, value }: NonNullable<Finding['remedy']>,
): { setting: string; better: string } {
  const row = rowAt(catalog, racer, path);
  // But L2 penalty keeps its L.
  const name = row?.name.replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  if (row && name) return { setting: name, better: valueText(row, value) };
  const entries = path.startsWith('schedule') ? catalog.schedules : catalog.optimizers;
  return {
    setting: path.startsWith('schedule') ? msg('schedule') : msg('optimizer'),
    better: entries.find(({ id }) => id === value)?.name ?? String(value),
  };
}

/** Three significant digits, but all of a whole number: 2,345 steps, a rate of 0.02, a loss of 1.23e21. */
function numberText(value: number): string {
  const isCount = Number.isInteger(value) && Math.abs(value) < 1e9;
  const short = isCount ? value : Number(value.toPrecision(3));
  return isCount || (Math.abs(short) >= 1000 && Math.abs(short) < 1e6)
    ? grouped(short)
    : plain(short);
}
