// SPDX-License-Identifier: MIT
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { catalogDefaults, freeze } from './link-defaults.js';
import { buildEngine } from './site.js';
import { main, Stop } from './steps.js';

const path = 'web/src/state/links/v1.json';

/** Adds what the catalog has gained to the defaults of links. Never moves one that is there. */
main(async () => {
  await buildEngine();
  const { loadEngine } = await import('../web/dist/engine.js');
  const { catalog } = await loadEngine();
  const before = readFileSync(path, 'utf8');
  const { frozen, moved } = freeze(JSON.parse(before), catalogDefaults(catalog));
  if (moved.length > 0) {
    throw new Stop(`Links of version 1 rely on these defaults:\n${moved.join('\n')}`);
  }
  const options = { ...(await resolveConfig(path)), filepath: path };
  const after = await format(JSON.stringify(frozen, undefined, 2), options);
  if (after !== before) writeFileSync(path, after);
  console.log(after === before ? 'Nothing is new.' : `${path} has grown.`);
});
