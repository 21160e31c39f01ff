// SPDX-License-Identifier: MIT
import { readerHost } from './reader-host.ts';
import type { ReaderRequest } from './reader-messages.ts';

const answer = readerHost((message, transfer) => postMessage(message, { transfer }));
onmessage = (event: MessageEvent<ReaderRequest>) => answer(event.data);
