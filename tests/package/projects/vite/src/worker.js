// SPDX-License-Identifier: MIT
import { train } from '../train.js';

addEventListener('message', async ({ data }) => postMessage(await train(data)));
