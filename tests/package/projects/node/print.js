// SPDX-License-Identifier: MIT
// Trains the runs that it reads, and prints their bits.
import { readFileSync } from 'node:fs';
import { train } from './train.js';

console.log(JSON.stringify(await train(JSON.parse(readFileSync(process.argv[2], 'utf8')))));
