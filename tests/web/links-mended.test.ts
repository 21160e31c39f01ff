// SPDX-License-Identifier: MIT
// Links that were pasted from prose, encoded twice, typed by hand, or cut. They are read as they were
// meant, with a notice.
import { describe, expect, test } from 'vitest';
import { decode, encode } from './support.ts';

const link = 'v=2&dataset=moons&noise=0.1&steps=300&run=sgd,learningRate=0.1&run=adam,lookahead';
const meant = decode(link).settings;

/** The notice about the link as a whole. */
const aboutLink = (text: string) =>
  decode(text)
    .notices.filter(({ field }) => field === '')
    .map(({ why }) => why);

describe('a damaged link is read as it was meant, with a notice', () => {
  const escaped = encodeURIComponent(link);
  test.each([
    [link.replaceAll('&', '&amp;'), 'has “&amp;” for “&”. It was read as “&”'],
    [link.replaceAll('&', '&amp;amp;'), 'has “&amp;” for “&”. It was read as “&”'],
    [link.replaceAll('&', '&#38;'), 'has “&amp;” for “&”. It was read as “&”'],
    [escaped, 'is percent-encoded as a whole. It was decoded'],
    [`#${encodeURIComponent(`#${link}`)}`, 'is percent-encoded as a whole. It was decoded'],
    [encodeURIComponent(escaped), 'is percent-encoded as a whole. It was decoded'],
    [link.replaceAll(',', '%252C'), 'is percent-encoded more than once. It was decoded'],
    [link.replaceAll(',', '%25252C'), 'is percent-encoded more than once. It was decoded'],
    [link.replaceAll(',', ', '), 'has blanks in it. They were left out'],
    [link.replaceAll('=', '%20=%20'), 'has blanks in it. They were left out'],
    [link.replace('moons', 'mo\u200bons'), 'has blanks in it. They were left out'],
    ...[')', '.', '>', ',', '"', '%22', '%3E', ').', '”', '**', ']'].map((end) => [
      link + end,
      `ends in “${decodeURIComponent(end)}”, which was left out`,
    ]),
  ])('%s', (text = '', why) => {
    expect(decode(text).settings).toEqual(meant);
    expect(aboutLink(text)).toEqual([why]);
  });

  test.each([
    ['v=2&DataSet=moons', 'DataSet', 'dataset'],
    ['v=2&dataset=Moons', 'dataset=Moons', 'moons'],
    ['v=2&run=SGD', 'run=SGD', 'sgd'],
    ['v=2&Run=sgd', 'Run', 'run'],
    ['v=2&run=sgd,learningrate=0.1', 'run=sgd,learningrate', 'learningRate'],
    ['v=2&run=sgd,SAM', 'run=sgd,SAM', 'sam'],
    ['v=2&run=sgd,schedule=Cosine', 'run=sgd,schedule=Cosine', 'cosine'],
    ['v=2&activation=ReLU', 'activation=ReLU', 'relu'],
    ['v=2&batchSize=Full', 'batchSize=Full', 'full'],
    ['v=2&Axis=Samples', 'axis=Samples', 'samples'],
  ])('capitals: %s', (text, field, used) => {
    const small = text.replace(/&.*/, (rest) => rest.toLowerCase());
    const usual = small.replace('learningrate', 'learningRate').replace('batchsize', 'batchSize');
    const { settings, notices } = decode(text);
    expect(settings).toEqual(decode(usual).settings);
    expect(decode(usual).notices).toEqual([]);
    const why = 'is written with other capitals';
    expect(notices).toContainEqual(expect.objectContaining({ field, used, why }));
  });
});

describe('a link that was cut gives a notice', () => {
  test.each([
    ['v=2&dataset=moons&noise=', 'noise='],
    ['v=2&dataset=', 'dataset='],
    ['v=2&dataset=moons&noi', 'noi'],
    ['v=2&dataset=moons&noise', 'noise='],
    ['v=2&dataset=checkerb', 'checkerb'],
    ['v=2&target=1e-', '1e-'],
    ['v=2&run=sgd&run=', 'run='],
    ['v=2&run=sgd&run=ada-delta&run=nest', 'nest'],
    ['v=2&run=sgd,learningRate=', 'learningRate='],
    ['v=2&run=sgd,learn', 'learn'],
    ['v=2&run=sgd,learningRate=1e-', '1e-'],
    ['v=2&run=sgd,looka', 'looka'],
    ['v=2&run=sgd,schedule=cos', 'cos'],
    ['v=2&run=rmsprop%2ClearningRate%3D0.005%', '%'],
    ['v=2&run=rmsprop%2', '%2'],
    ['v%3D2%26run%3Dsgd%2', '%2'],
    ['v%253D2%2526run%253Dsgd%25', '%'],
    ['v=2&dataset=moons&noise=0.1&st…', '…'],
    ['v=2&dataset=moons&noise=0.1&st...', '...'],
  ])('%s', (text, ending) => {
    expect(aboutLink(text)).toContain(
      `seems to have been cut: it ends in “${ending}”. Copy it again as a whole`,
    );
  });

  test.each([
    'v=2&run=',
    'v=2&hidden=',
    'v=2&dataset=moons&noise=-1',
    'v=2&run=warp',
    'v=2&wings=2',
    'v=2&noi&dataset=moons',
    'v=2&run=sgd,learn&run=adam',
    'v=2&dataset=&noise=0.1',
    'v=2&dataset=moons&noise=0.1&noise=0.2',
    'v=2&run=sgd,lookahead=8',
  ])('not %s', (text) => {
    expect(aboutLink(text)).toEqual([]);
  });
});

describe('the name of a wrapper alone switches it on', () => {
  test.each(['lookahead=8', 'sam=junk'])('%s: with a notice', (field) => {
    const [id = '', given] = field.split('=');
    const { settings, notices } = decode(`v=2&run=sgd,${field}`);
    expect(settings.racers[0]?.wrappers.map((wrapper) => wrapper.id)).toEqual([id]);
    expect(notices).toMatchObject([
      { field: `run=sgd,${field}`, given, used: id, why: 'takes no value' },
    ]);
  });

  test.each([
    ['sam', ['sam'], true],
    ['sam=true', ['sam'], true],
    ['sam=false', [], true],
    ['off', [], false],
    ['off=1', [], false],
    ['off=false', [], true],
  ])('%s', (field, wrappers, on) => {
    const { settings, notices } = decode(`v=2&run=sgd,${field}`);
    expect(notices).toEqual([]);
    expect(settings.racers[0]?.on).toBe(on);
    expect(settings.racers[0]?.wrappers.map(({ id }) => id)).toEqual(wrappers);
  });
});

describe('an unknown name', () => {
  test.each([
    ['run=lbfgs', 'Did you mean l-bfgs?'],
    ['run=L_BFGS', 'Did you mean l-bfgs?'],
    ['run=admaw', 'Did you mean adamw?'],
    ['run=levenberg', 'Did you mean levenberg-marquardt?'],
    ['run=xyzzy', 'The page lists them all under “Add a racer”.'],
    ['dataset=spirals', 'Did you mean spiral?'],
    ['dataset=snail', 'The page lists them all under “Problem”.'],
    ['surface=rosenbrok', 'Did you mean rosenbrock?'],
    ['surface=atlantis', 'The page lists them all under “Problem”.'],
    ['example=none', 'The page lists them all under “Lessons”.'],
    ['lesson=none', 'The page lists them all under “Lessons”.'],
    ['lesson=downhil.2', 'Did you mean downhill.2?'],
    ['activation=leakyrelu', 'Did you mean leaky-relu?'],
    ['nosie=0.1', 'Did you mean noise?'],
    ['batch_size=8', 'Did you mean batchSize?'],
    ['run=sgd,learning_rate=0.1', 'Did you mean learningRate?'],
    ['run=sgd,lookaheed', 'Did you mean lookahead?'],
    ['run=sgd,schedule=cosin', 'Did you mean cosine?'],
    ['run=sgd,lookahead.k=3', 'Write lookahead before it.'],
    ['wings=2', ''],
  ])('%s: %s', (field, hint) => {
    expect(decode(`v=2&${field}`).notices).toContainEqual(expect.objectContaining({ field, hint }));
  });

  test('gives a short notice, however many names are known', () => {
    for (const key of ['run', 'dataset', 'surface', 'example', 'lesson', 'run=sgd,schedule']) {
      const [notice] = decode(`v=2&${key}=xyzzy`).notices;
      expect(notice?.why.length, key).toBeLessThan(40);
    }
  });
});

test('a race without racers can be written and read', () => {
  const { settings, notices } = decode('v=2&run=');
  expect(settings.racers).toEqual([]);
  expect(notices).toEqual([]);
  expect(decode(encode(settings))).toEqual({ settings, notices: [] });
});
