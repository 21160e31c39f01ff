// SPDX-License-Identifier: MIT
import { setUp } from './setup.js';
import { buildEngine, buildSite } from './site.js';
import { main } from './steps.js';

main(async () => {
  await setUp('building');
  await buildEngine();
  await buildSite();
  console.log('web/dist/ is current.');
});
