// SPDX-License-Identifier: MIT
import type { DataView as SplitData } from '../../../wasm/types.ts';
import { msg } from '../language/message.ts';

/** The names in a table: those of its classes, none for regression, and of its inputs. */
export interface DataNames {
  readonly classes: readonly string[];
  readonly inputs: readonly string[];
}

/** Data, with names unless the engine generates them. */
export interface NamedData extends SplitData {
  names?: DataNames;
}

/** The names of the data sets that are not the engine's, by their ids. */
export const ownNames = new Map<string, DataNames>();

/** The data of a data set, with its names if it has some. */
export function named<Data extends SplitData>(data: Data, id: string): Data & NamedData {
  const names = ownNames.get(id);
  return names ? { ...data, names } : data;
}

/** The name of a class: that of the table, or its number. */
export const className = ({ names }: Pick<NamedData, 'names'>, index: number): string =>
  names?.classes[index] ?? String(index);

/** The same where a bare number would not be understood: `class 2`. */
export function classInWords(data: Pick<NamedData, 'names'>, index: number): string {
  const name = className(data, index);
  return /^\d+$/.test(name) ? msg('class {n}', { n: name }) : name;
}
