// SPDX-License-Identifier: MIT
import { FallLine, FallLineError, type FallLineEventMap } from 'fall-line';

export function tell(element: FallLine): void {
  element.addEventListener('finish', ({ detail }: FallLineEventMap['finish']) => void detail);
  element.setState({ 'run1.learningRate': 1.5 }).catch((error: unknown) => {
    if (error instanceof FallLineError) void error.message;
  });
  // @ts-expect-error: the state is a link
  element.state = 5;
}

/** The names that the types declare. */
export const names: Record<keyof typeof import('fall-line'), true> = {
  FallLine: true,
  FallLineError: true,
};
