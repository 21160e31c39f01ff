// SPDX-License-Identifier: MIT

const components = ['datasets', 'surfaces', 'optimizers', 'wrappers', 'schedules'];
const settings = ['problem', 'network', 'surface', 'optimizer', 'schedule', 'run'];

const defaultsOf = (rows) => Object.fromEntries(rows.map((row) => [row.id, row.default]));

/** The defaults that links omit, in the format of web/src/model/links/v1.json. */
export function catalogDefaults(catalog) {
  const ofComponents = (entries) =>
    Object.fromEntries(entries.map(({ id, hyperparameters }) => [id, defaultsOf(hyperparameters)]));
  return Object.fromEntries([
    ...components.map((group) => [group, ofComponents(catalog[group])]),
    [
      'surfaces',
      Object.fromEntries(catalog.surfaces.map((entry) => surfaceDefaults(catalog, entry))),
    ],
    ...settings.map((group) => [group, defaultsOf(catalog.settings[group])]),
  ]);
}

/** The rows, the start, and the race of a surface. The race is in the format of a link. */
function surfaceDefaults({ optimizers }, { id, hyperparameters, start, race }) {
  const runs = race.map(({ optimizer, learningRate }) => {
    const rows = optimizers.find((entry) => entry.id === optimizer).hyperparameters;
    const usual = rows.find((row) => row.id === 'learningRate').default;
    return learningRate === usual ? optimizer : `${optimizer},learningRate=${learningRate}`;
  });
  return [id, { values: defaultsOf(hyperparameters), start, runs }];
}

/**
 * Adds to `table` the `defaults` that it lacks. Also returns the paths of values that have changed or
 * are gone: links that omit them would change their meaning.
 */
export function freeze(table, defaults, path = '') {
  const frozen = { ...table };
  const moved = [];
  const inGroup = (key) => path !== '' || components.includes(key) || settings.includes(key);
  for (const key of Object.keys(table).filter(inGroup)) {
    if (!(key in defaults)) moved.push(`${path}${key} is gone`);
  }
  for (const [key, value] of Object.entries(defaults)) {
    if (!(key in table)) {
      frozen[key] = value;
    } else if (isGroup(value)) {
      const inner = freeze(table[key], value, `${path}${key}.`);
      frozen[key] = inner.frozen;
      moved.push(...inner.moved);
    } else if (JSON.stringify(table[key]) !== JSON.stringify(value)) {
      const [was, is] = [table[key], value].map((each) => JSON.stringify(each));
      moved.push(`${path}${key} was ${was}, is ${is}`);
    }
  }
  return { frozen, moved };
}

const isGroup = (value) => typeof value === 'object' && value !== null && !Array.isArray(value);
