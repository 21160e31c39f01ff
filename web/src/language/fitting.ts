// SPDX-License-Identifier: MIT

/** The first of the known languages that is asked for by the address, or else that the reader understands, or English. */
export function fitting(
  asked: string | null,
  understood: readonly string[],
  known: readonly string[],
): string {
  const tags = [asked ?? '', ...understood].map((tag) => tag.toLowerCase());
  for (const tag of tags) {
    const [base = ''] = tag.split('-');
    for (const one of [tag, base]) if (known.includes(one)) return one;
  }
  return 'en';
}
