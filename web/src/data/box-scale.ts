// SPDX-License-Identifier: MIT

/** An image with a byte for each pixel, from black to white. */
export interface GreyImage {
  width: number;
  height: number;
  pixels: Uint8Array;
}

/** The grey of each pixel of RGBA, over white. In integers, so it is the same in every browser. */
export function greyOf(rgba: Uint8ClampedArray, width: number, height: number): GreyImage {
  const pixels = new Uint8Array(width * height);
  for (let i = 0; i < pixels.length; i++) {
    const at = (channel: number): number => rgba[4 * i + channel] ?? 0;
    // The weights of ITU-R BT.601.
    const grey = 299 * at(0) + 587 * at(1) + 114 * at(2);
    const alpha = at(3);
    pixels[i] = Math.floor((grey * alpha + 255_000 * (255 - alpha) + 127_500) / 255_000);
  }
  return { width, height, pixels };
}

/**
 * A smaller image. Each pixel is the mean of the area that it covers, rounded half up. Only integers below 2^53, so
 * it is the same in every browser, unlike what a canvas draws.
 */
export function boxScaled(image: GreyImage, width: number, height: number): GreyImage {
  if (image.width === width && image.height === height) return image;
  const across = shares(image.width, width);
  const down = shares(image.height, height);
  const area = image.width * image.height;
  const pixels = new Uint8Array(width * height);
  for (const [y, rows] of down.entries())
    for (const [x, columns] of across.entries()) {
      let sum = 0;
      for (const [row, rowShare] of rows)
        for (const [column, share] of columns)
          sum += rowShare * share * (image.pixels[row * image.width + column] ?? 0);
      pixels[y * width + x] = Math.floor((sum + Math.floor(area / 2)) / area);
    }
  return { width, height, pixels };
}

/** For each of `to` pixels, those of `from` that it covers, with lengths that add up to `from`. */
function shares(from: number, to: number): [index: number, length: number][][] {
  return Array.from({ length: to }, (_, place) => {
    const [start, end] = [place * from, (place + 1) * from];
    const covered: [number, number][] = [];
    for (let index = Math.floor(start / to); index * to < end; index++)
      covered.push([index, Math.min(end, (index + 1) * to) - Math.max(start, index * to)]);
    return covered;
  });
}
