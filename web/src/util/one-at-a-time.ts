// SPDX-License-Identifier: MIT

/**
 * Returns a function that asks a question whose answer takes time. It asks one at a time: calls before the
 * answer, however many, cause one more question after it.
 */
export function oneAtATime(ask: () => Promise<void>): () => Promise<void> {
  let asking = false;
  let again = false;
  return async () => {
    again = true;
    if (asking) return;
    asking = true;
    try {
      while (again) {
        again = false;
        await ask();
      }
    } finally {
      asking = false;
    }
  };
}
