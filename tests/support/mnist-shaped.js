// SPDX-License-Identifier: MIT
/**
 * Files with the shape of MNIST: images of 28 x 28 bytes in 10 classes, and their labels, in the format IDX.
 *
 *     node tests/support/mnist-shaped.js FOLDER    writes images-idx3-ubyte and labels-idx1-ubyte
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const side = 28;
const classes = 10;

/** Each image is a noisy copy of one that its class shares, moved by up to 2 pixels. */
export function mnistShaped(count = 60_000) {
  const random = generator();
  const below = (n) => Math.floor((random() * n) / 2 ** 32);
  const shared = Array.from({ length: classes }, () => strokes(below));
  const images = new Uint8Array(16 + count * side * side);
  const labels = new Uint8Array(8 + count);
  header(images, [count, side, side]);
  header(labels, [count]);
  for (let i = 0; i < count; i++) {
    const label = below(classes);
    labels[8 + i] = label;
    const [right, down] = [below(5) - 2, below(5) - 2];
    const start = 16 + i * side * side;
    for (let y = 0; y < side; y++)
      for (let x = 0; x < side; x++) {
        const from = (y + down) * side + x + right;
        const ink = shared[label][from] ?? 0;
        images[start + y * side + x] = ink === 0 ? 0 : ink - below(64);
      }
  }
  return { images, labels };
}

/** Four thick lines, with dark pixels as 255. */
function strokes(below) {
  const image = new Uint8Array(side * side);
  for (let stroke = 0; stroke < 4; stroke++) {
    const [x, y, dx, dy] = [5 + below(18), 5 + below(18), below(3) - 1, below(3) - 1];
    for (let step = 0; step < 10; step++)
      for (const [wide, high] of [
        [0, 0],
        [1, 0],
        [0, 1],
        [1, 1],
      ]) {
        const [column, row] = [x + dx * step + wide, y + dy * step + high];
        if (column >= 4 && column < 24 && row >= 4 && row < 24) image[row * side + column] = 255;
      }
  }
  return image;
}

/** The first bytes: two zeros, the type of unsigned bytes, the number of extents, and each of them. */
function header(file, extents) {
  const view = new DataView(file.buffer);
  view.setUint32(0, 0x0800 + extents.length);
  for (const [place, extent] of extents.entries()) view.setUint32(4 + 4 * place, extent);
}

/** Numerical Recipes' generator of 32 bits. */
function generator() {
  let state = 1;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const folder = process.argv[2] ?? '.';
  const { images, labels } = mnistShaped();
  writeFileSync(join(folder, 'images-idx3-ubyte'), images);
  writeFileSync(join(folder, 'labels-idx1-ubyte'), labels);
}
