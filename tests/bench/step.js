// SPDX-License-Identifier: MIT

/** Runs one part of a benchmark. Prints its name, the seconds, and what `work` returns, if a text. */
export async function step(name, work) {
  const started = performance.now();
  const result = await work();
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${name}  ${seconds} s${typeof result === 'string' ? `  ${result}` : ''}`);
  return result;
}
