// SPDX-License-Identifier: MIT
/**
 * Adds new settings of the catalog to the defaults of the newest version of links. It never changes an
 * existing default: `npm run freeze:links next` begins a new version with the changed ones. As long as
 * no links of the newest version are published, it may be frozen again: delete its table and begin it
 * anew.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { catalogDefaults, freeze } from './link-defaults.js';
import { loadEngine } from '../dist/engine.js';

const pathOf = (version) => `web/src/model/links/v${version}.json`;

const { catalog } = await loadEngine();
let version = 1;
while (existsSync(pathOf(version + 1))) version += 1;
const table = JSON.parse(readFileSync(pathOf(version), 'utf8'));
const defaults = catalogDefaults(catalog);
const { frozen, moved } = freeze(table, defaults);
const next = process.argv[2] === 'next' && moved.length > 0;
if (moved.length > 0 && !next) {
  console.error(`Links of version ${version} rely on these defaults:\n${moved.join('\n')}`);
  process.exit(1);
}
const path = pathOf(next ? version + 1 : version);
const options = { ...(await resolveConfig(path)), filepath: path };
const text = JSON.stringify({ ...frozen, ...(next && defaults) }, undefined, 2);
const after = await format(text, options);
const isNew = !existsSync(path) || readFileSync(path, 'utf8') !== after;
if (isNew) writeFileSync(path, after);
console.log(isNew ? `${path} has grown.` : 'Nothing is new.');
