// SPDX-License-Identifier: MIT
// @vitest-environment happy-dom
import { expect, test, vi } from 'vitest';
import '../../web/src/components/base/sample-image.ts';
import { samplesPicture } from '../../web/reference/samples-picture.ts';
import { imageTiles, isImage, pixelsOf } from '../../web/src/pictures/images.ts';

/** Images of 3 rows and 2 columns, one of each class from 0 to 4. Only their last pixel is dark. */
const shape = { channels: 1, height: 3, width: 2 };
const inputs = Array.from({ length: 5 }, () => [0, 0, 0, 0, 0, 1]);
const targets = [0, 1, 2, 3, 4];
const sample = { inputs, targets, shape, task: 'classification' as const, classes: 5 };

test('samples with rows are images, and plain lists of any length are not', () => {
  expect(isImage(shape)).toBe(true);
  expect(isImage({ channels: 1, height: 1, width: 144 })).toBe(false);
});

test('pixels are shares of the range of an image', () => {
  expect(pixelsOf([3, 5, 4, 3, 3, 3], shape)).toEqual([0, 1, 0.5, 0, 0, 0]);
  expect(pixelsOf([7, 7, 7, 7, 7, 7], shape)).toEqual([0, 0, 0, 0, 0, 0]);
});

test('a pixel is the mean of its channels, which follow one another', () => {
  const colour = { channels: 3, height: 2, width: 1 };
  expect(pixelsOf([3, 0, 0, 0, 3, 0], colour)).toEqual([1, 0]);
});

test('a thumbnail has four images with square pixels, each in the middle of its tile', () => {
  const { cell, pixels } = imageTiles(sample, 12);
  expect(cell).toBe(2);
  expect(pixels.map(({ left, top }) => [left, top])).toEqual([
    [3, 4],
    [9, 4],
    [3, 10],
    [9, 10],
  ]);
});

test('a thumbnail leaves out the images of missing classes', () => {
  const two = { ...sample, targets: [0, 1, 0, 3, 0] };
  expect(imageTiles(two, 12).pixels.map(({ left, top }) => [left, top])).toEqual([
    [3, 4],
    [3, 10],
  ]);
});

test('the picture in the reference has the same pixels', () => {
  const picture = String(samplesPicture(sample, 'tall'));
  expect(picture).toContain('Four of the images');
  expect(picture.match(/M[\d.]+ [\d.]+h[\d.]+/g)).toEqual([
    'M26.0 43.3h17.3',
    'M78.0 43.3h17.3',
    'M26.0 95.3h17.3',
    'M78.0 95.3h17.3',
  ]);
});

test('a sample is drawn with as many rows and columns as it has', async () => {
  const drawn = vi.fn<(image: ImageData) => void>();
  const context = {
    createImageData: (width: number, height: number) => ({
      width,
      height,
      data: new Uint8ClampedArray(4 * width * height),
    }),
    putImageData: drawn,
  };
  vi.spyOn(HTMLCanvasElement.prototype, 'getContext').mockReturnValue(context as never);
  const element = document.createElement('fall-line-sample-image');
  Object.assign(element, { values: inputs[0], shape });
  document.body.append(element);
  await element.updateComplete;
  const canvas = element.renderRoot.querySelector('canvas');
  expect([canvas?.width, canvas?.height]).toEqual([2, 3]);
  const { width, height, data } = drawn.mock.lastCall?.[0] as ImageData;
  expect([width, height]).toEqual([2, 3]);
  expect(Array.from(data.subarray(16))).toEqual([0, 0, 0, 255, 255, 255, 255, 255]);
});
