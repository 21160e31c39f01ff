// SPDX-License-Identifier: MIT
import type { Request } from './messages.ts';
import { serve } from './serve.ts';

const answer = serve((message, transfer) => postMessage(message, { transfer }));
onmessage = (event: MessageEvent<Request>) => answer(event.data);
