// SPDX-License-Identifier: MIT
import { parseArgs } from 'node:util';
import { setUp } from './setup.js';
import { buildEngine, buildSite } from './site.js';
import { main } from './steps.js';

const options = { port: { type: 'string' }, yes: { type: 'boolean' } };

main(async () => {
  const { port } = parseArgs({ options }).values;
  await setUp('building');
  await buildEngine();
  await buildSite();
  // Imported only now, because setUp may have to install npm's packages first.
  const { preview } = await import('vite');
  const server = await preview({
    configFile: 'web/vite.config.ts',
    preview: port ? { port: Number(port), strictPort: true } : {},
  });
  server.printUrls();
});
