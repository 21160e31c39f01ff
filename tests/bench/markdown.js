// SPDX-License-Identifier: MIT

/** A Markdown table with a header. Columns are padded, so the source is easy to read too. */
export function markdown(head, rows) {
  const lines = [head, ...rows].map((line) => line.map(String));
  const widths = head.map((_, column) => Math.max(3, ...lines.map((line) => line[column].length)));
  const draw = (line) =>
    `| ${line.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]))).join(' | ')} |`;
  const rule = widths.map((width, i) =>
    i === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  const [first, ...rest] = lines;
  return [draw(first), draw(rule), ...rest.map(draw)].join('\n');
}

/** A number with three significant digits. */
export function digits(value) {
  if (value >= 100) return value.toFixed(0);
  return value.toFixed(value >= 10 ? 1 : 2);
}

export const percent = (share) => `${(100 * share).toFixed(0)} %`;

/** One line about a machine, from the result of describeMachine. */
export function machineLine({ date, processor, architecture, cores, node, ...compilers }) {
  const tools = [`Node ${node}`, ...Object.values(compilers)].join(', ');
  return `${date}, ${processor} (${architecture}, ${cores} cores), ${tools}.`;
}
