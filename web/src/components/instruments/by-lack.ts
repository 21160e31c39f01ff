// SPDX-License-Identifier: MIT
import { msg } from '../../language/message.ts';

/** Names in groups that lack the same, such as `Needs the full batch: SGD, Adam.` An empty lack is none. */
export function byLack(items: Iterable<readonly [name: string, lack: string]>): string {
  const groups = new Map<string, string[]>();
  for (const [name, lack] of items)
    if (lack !== '') groups.set(lack, [...(groups.get(lack) ?? []), name]);
  return [...groups]
    .map(([lack, names]) => msg('Needs {lack}: {names}.', { lack, names: names.join(', ') }))
    .join(' ');
}
