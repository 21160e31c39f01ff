// SPDX-License-Identifier: MIT
import { html, nothing, unsafeCSS } from 'lit';
import { customElement, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import { marked, msg } from '../../language/message.ts';
import type { OwnEntry } from '../../model/own-samples.ts';
import { isDescription } from '../../model/own-table.ts';
import { kindOf } from '../../model/problem-kinds.ts';
import { resultOf } from '../../race/expected.ts';
import { fileName } from '../../results/file-name.ts';
import { type Form, forms, type Shared } from '../../sharing/forms.ts';
import { frameAddress, type FrameLooks, pageAddress } from '../../sharing/frame.ts';
import { hostedHome, typedHome } from '../../sharing/hosted.ts';
import { looksOf, type Options, usualOptions } from '../../sharing/options.ts';
import { titleOf } from '../../sharing/title.ts';
import { copiedTextStyles } from '../../styles/copied-text.ts';
import { dialogStyles } from '../../styles/dialog.ts';
import { fieldsetStyles } from '../../styles/fieldset.ts';
import { shared } from '../../styles/shared.ts';
import { download } from '../../util/download.ts';
import { PlaygroundElement } from '../base/playground-element.ts';
import { Modal } from '../controls/modal.ts';
import { copyFrom } from './copy.ts';
import { raceFile } from './race-file.ts';
import './frame-options.ts';
import './frame-preview.ts';
import './script-form.ts';
import styles from './share-dialog.css?inline';

/** What was last chosen, so the dialog opens again as it was left. */
const last = { form: 'link', options: usualOptions, typed: '', withResult: false };

const aFile = 'file';

/** Scripts. */
const libraries = [
  {
    id: 'pytorch',
    name: 'PyTorch',
    use: marked(
      'A Python script that repeats this race with PyTorch: the same data, initial weights, batches and optimizers.',
    ),
  },
  {
    id: 'keras',
    name: 'Keras',
    use: marked(
      'A Python script that repeats this race with Keras: the same data, initial weights, batches and optimizers.',
    ),
  },
] as const;

/** What is neither a text with the link nor a frame. */
const others = [
  ...libraries,
  {
    id: aFile,
    name: marked('File'),
    use: marked(
      'The whole playground with this race, in one file of 1.3 MB. It opens with a double-click, without a server or a network.',
    ),
  },
];

/** A dialog with the race in all forms in which it can be shared. Removes itself when it is closed. */
@customElement('fall-line-share')
export class ShareDialog extends PlaygroundElement {
  static override styles = [
    shared,
    dialogStyles,
    fieldsetStyles,
    copiedTextStyles,
    unsafeCSS(styles),
  ];
  @state() private form = last.form;
  @state() private options: Options = last.options;
  @state() private typed = last.typed;
  @state() private withResult = last.withResult;
  @state() private said = '';
  /** The height that the preview at that address needs. */
  @state() private preview: { address: string; height: number } | undefined;
  /** The result of the race, if it is at its end. */
  @state() private result: readonly string[] | undefined;
  readonly #modal = new Modal(this);
  @query('textarea') private area!: HTMLTextAreaElement | null;
  readonly #home = hostedHome();

  override firstUpdated(): void {
    void this.#find();
  }

  /** The race may end, or begin anew, while the dialog is open. */
  protected override refresh(): void {
    void this.#find();
    super.refresh();
  }

  async #find(): Promise<void> {
    const { race, settings } = this.playground;
    this.result = await resultOf(race, settings);
  }

  override render() {
    const form = forms.find(({ id }) => id === this.form);
    const other = others.find(({ id }) => id === this.form);
    const library = libraries.find(({ id }) => id === this.form);
    const { settings } = this.playground;
    return this.#modal.draw({
      name: msg('Share this race'),
      wide: Boolean(form?.framed && this.#home),
      content: html`<div class="choices">
          ${this.#forms()}
          <p class="quiet" id="use">${msg((form ?? other)?.use ?? '')}</p>
          ${library || !this.#lacksData ? nothing : html`<p>${msg('It does not hold your data, which are too large for it. Readers who open it are asked for the same file.')}</p>`}
          ${this.#home === undefined && form ? this.#hosted() : nothing}
          ${
            form?.framed
              ? html`<fall-line-frame-options
                  .settings=${settings}
                  .options=${this.options}
                  .height=${this.#looks.height}
                  @change=${this.#choose}
                ></fall-line-frame-options>`
              : nothing
          }
          ${library ? this.#script(library) : this.#expectation()}
          ${form ? this.#text(form) : nothing}
        </div>
        ${form?.framed && this.#home ? this.#preview() : nothing}`,
      foot: library ? nothing : this.#foot(form !== undefined),
    });
  }

  /** Whether a link only says what data it wants. */
  get #lacksData(): boolean {
    const { catalog, settings } = this.playground;
    const entry: Partial<OwnEntry> | undefined = catalog.datasets.find(
      ({ id }) => id === settings.dataset.id,
    );
    return kindOf(settings).learns && isDescription(entry?.table ?? '');
  }

  #foot(isText: boolean) {
    return html`${
        isText
          ? html`<button class="primary" @click=${this.#copy}>${msg('Copy')}</button>`
          : html`<button class="primary" @click=${this.#download}>${msg('Download')}</button>`
      }
      <p role="status">${this.said}</p>`;
  }

  /** It has buttons of its own. */
  #script(library: (typeof libraries)[number]) {
    const { home, link } = this.#shared;
    return html`<fall-line-script-form
      .playground=${this.playground}
      .library=${library}
      .address=${home === '' ? '' : pageAddress(home, link)}
    ></fall-line-script-form>`;
  }

  #forms() {
    const all = [...forms, ...others];
    return html`<fieldset @change=${this.#pick}>
      <legend class="hidden-words">${msg('Form')}</legend>
      ${all.map(
        ({ id, name }) =>
          html`<label
            ><input type="radio" name="form" value=${id} .checked=${id === this.form} /><span
              >${msg(name)}</span
            ></label
          >`,
      )}
    </fieldset>`;
  }

  /** Asks for the address of the hosted pages, which a file does not know. */
  #hosted() {
    const known = this.#shared.home !== '';
    return html`<div class="hosted">
      <label for="home">${msg('Address of the hosted playground')}</label>
      <input
        id="home"
        type="url"
        placeholder="https://example.org/fall-line/"
        .value=${this.typed}
        aria-describedby="unknown"
        @input=${this.#type}
      />
      <p id="unknown" class="quiet">
        ${
          known
            ? msg('The texts below lead there.')
            : msg(
                'This page was not opened from the web, so it does not know where others find it. Until you enter the address, you can share only what follows # in a link.',
              )
        }
      </p>
    </div>`;
  }

  /** Whether the result goes with the race, once there is one. */
  #expectation() {
    if (!this.result)
      return html`<p class="quiet">
        ${msg('Once the race has ended, you can share its result too. Readers then see whether they get it.')}
      </p>`;
    return html`<label class="check"
      ><input type="checkbox" .checked=${this.withResult} @change=${this.#include} />
      <span
        >${msg('With the result, so that readers see whether they get the same bits')}</span
      ></label
    >`;
  }

  #text(form: Form) {
    const text = this.#textOf(form);
    return html`<textarea
      dir="ltr"
      readonly
      spellcheck="false"
      rows=${Math.min(12, Math.max(3, text.split('\n').length))}
      aria-label=${msg('{form} to copy', { form: msg(form.name) })}
      aria-describedby="use"
      .value=${text}
      @focus=${({ target }: Event) => (target as HTMLTextAreaElement).select()}
    ></textarea>`;
  }

  #preview() {
    const { looks, title } = this.#shared;
    const address = this.#addressOf(looks);
    return html`<section aria-labelledby="preview">
      <h3 id="preview">${msg('Preview')}</h3>
      <p class="quiet">
        ${looks.isFixed ? '' : msg('The height fits a column as wide as this one.')}
      </p>
      ${
        // A new element for each address, because a changed address would add to the history of the page.
        keyed(
          address,
          html`<fall-line-preview
            .address=${address}
            .name=${title}
            .height=${looks.height}
            @resize=${({ detail }: CustomEvent<number>) => this.#fit(address, detail)}
          ></fall-line-preview>`,
        )
      }
    </section>`;
  }

  get #shared(): Shared {
    const { catalog, settings } = this.playground;
    return {
      home: this.#home ?? typedHome(this.typed) ?? '',
      link: this.#link,
      looks: this.#looks,
      title: titleOf(catalog, settings),
    };
  }

  /** With the height that the preview needs. Other options need another one. */
  get #looks(): FrameLooks {
    const { preview } = this;
    const { settings } = this.playground;
    const looks = looksOf(settings, this.options);
    if (!preview || looks.isFixed || this.#addressOf(looks) !== preview.address) return looks;
    return { ...looks, height: preview.height };
  }

  #addressOf(looks: FrameLooks): string {
    return frameAddress(this.#home ?? '', looks, this.#link);
  }

  /** Only grows: with more room a chart is higher, so a frame without any to spare would never be found. */
  #fit(address: string, contents: number): void {
    const { height, isFixed } = this.#looks;
    if (!isFixed && contents > height) this.preview = { address, height: contents };
  }

  get #link(): string {
    const { playground, result } = this;
    const expect = (this.withResult && result) || [];
    return playground.linkOf({ ...playground.settings, expect });
  }

  #textOf(form: Form): string {
    const shared = this.#shared;
    return shared.home === '' ? `#${shared.link}` : form.text(shared);
  }

  #pick(event: Event): void {
    last.form = this.form = (event.target as HTMLInputElement).value;
    this.said = '';
  }

  #choose({ detail }: CustomEvent<Options>): void {
    last.options = this.options = detail;
    this.said = '';
  }

  #include(event: Event): void {
    last.withResult = this.withResult = (event.target as HTMLInputElement).checked;
    this.said = '';
  }

  #type(event: Event): void {
    last.typed = this.typed = (event.target as HTMLInputElement).value;
    this.said = '';
  }

  async #copy(): Promise<void> {
    this.said = '';
    await this.updateComplete;
    this.said = await copyFrom(this.area);
  }

  async #download(): Promise<void> {
    const { settings } = this.playground;
    this.said = msg('Making the file…');
    try {
      const file = await raceFile(this.#home, this.#link);
      const name = fileName(settings, '.html');
      download(file, name);
      this.said = msg('Downloaded as {name}.', { name });
    } catch {
      this.said = msg('The file could not be loaded. Check the connection, then try again.');
    }
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'fall-line-share': ShareDialog;
  }
}
