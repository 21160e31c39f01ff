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
  // Not at the top: npm's packages are there only after the set-up.
  const { preview } = await import('vite');
  const server = await preview({
    configFile: 'web/vite.config.ts',
    preview: port ? { port: Number(port), strictPort: true } : {},
  });
  server.printUrls();
});
