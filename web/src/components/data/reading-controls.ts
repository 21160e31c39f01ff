// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import type { DecimalMark } from '../../data/cell.ts';
import type { ReadOptions } from '../../data/table.ts';
import { marked, msg } from '../../language/message.ts';

const separators: Readonly<Record<string, string>> = {
  ',': marked('comma'),
  ';': marked('semicolon'),
  '\t': marked('tab'),
  '|': marked('vertical bar'),
  ' ': marked('space'),
};

const decimals: Readonly<Record<DecimalMark, string>> = {
  '.': marked('point'),
  ',': marked('comma'),
};

/**
 * How a text was read, and how else it could be. `asked` has what the reader chose, and the rest was guessed. Nothing
 * if the file has a format that leaves no choice.
 */
export function readingControls(
  read: ReadOptions,
  asked: ReadOptions,
  change: (asked: ReadOptions) => void,
) {
  if (read.separator === undefined) return nothing;
  const has = asked.header ?? read.header ?? false;
  return html`<div class="choices" role="group" aria-label=${msg('How the text is read')}>
    ${choice(msg('Separator'), separators, asked.separator, read.separator, (separator) =>
      change(changed(asked, { separator })),
    )}
    ${choice(msg('Decimal mark'), decimals, asked.decimal, read.decimal ?? '.', (decimal) =>
      change(changed(asked, { decimal })),
    )}
    <label>
      <input type="checkbox" .checked=${has} @change=${() => change({ ...asked, header: !has })} />
      ${msg('The first row has the names')}
    </label>
  </div>`;
}

/** A choice of a character. The first option leaves it to the page, and says what that takes it for. */
function choice<Mark extends string>(
  label: string,
  names: Readonly<Record<Mark, string>>,
  asked: Mark | undefined,
  guessed: Mark,
  change: (mark: Mark | undefined) => void,
) {
  const nameOf = (mark: Mark): string => {
    const name: string | undefined = names[mark];
    return name === undefined ? mark : msg(name);
  };
  const pick = ({ target }: Event): void => {
    const { value } = target as HTMLSelectElement;
    change(value === '' ? undefined : (value as Mark));
  };
  return html`<label>
    ${label}
    <select @change=${pick}>
      <option value="" ?selected=${asked === undefined}>
        ${asked === undefined ? msg('Automatic ({choice})', { choice: nameOf(guessed) }) : msg('Automatic')}
      </option>
      ${(Object.keys(names) as Mark[]).map(
        (mark) => html`<option value=${mark} ?selected=${mark === asked}>${nameOf(mark)}</option>`,
      )}
    </select>
  </label>`;
}

/** The options with a change, in which undefined leaves a choice to the page. */
const changed = (
  asked: ReadOptions,
  change: { [Name in keyof ReadOptions]: ReadOptions[Name] | undefined },
): ReadOptions =>
  Object.fromEntries(
    Object.entries({ ...asked, ...change }).filter(([, value]) => value !== undefined),
  );
