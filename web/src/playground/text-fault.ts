// SPDX-License-Identifier: MIT
/** What the engine says of a text that a reader types. */
import type { SettingValue } from '../../../wasm/types.ts';
import { formulaFault } from '../catalog/formula-texts.ts';
import { precisionOf } from '../model/precision.ts';
import { kindOf } from '../model/problem-kinds.ts';
import type { Component, Settings } from '../model/settings.ts';
import type { Playground } from './playground.ts';

export interface TextFault {
  /** The character that it is about, counted from 1, if it is about one. */
  column: number | undefined;
  what: string;
}

/** Why the problem's setting can't have this text. Undefined if it can. */
export async function textFault(
  { catalog, inquiry, settings }: Playground,
  id: string,
  text: string,
): Promise<TextFault | undefined> {
  const asked = withText(settings, id, text);
  const [rule] = catalog.optimizers;
  const problems = await inquiry.check(precisionOf(catalog, asked), {
    problem: kindOf(asked).forEngine(asked),
    optimizer: { id: rule?.id ?? '' },
  });
  const found = problems.find(({ path }) => path.endsWith(`.${id}`));
  if (!found) return undefined;
  const [, column, what = found.rule] = /: column ([0-9]+): (.*)/s.exec(found.rule) ?? [];
  return { column: column === undefined ? undefined : Number(column), what: formulaFault(what) };
}

/** The component of the problem that has the text: the surface or the data set. */
export const writtenOf = ({ surface, dataset }: Settings): Component => surface ?? dataset;

function withText(settings: Settings, id: string, text: SettingValue): Settings {
  const { surface, dataset } = settings;
  const changed = <Part extends Component>(part: Part): Part => ({
    ...part,
    values: { ...part.values, [id]: text },
  });
  return surface
    ? { ...settings, surface: changed(surface) }
    : { ...settings, dataset: changed(dataset) };
}
