/** The page as a reader uses it: verbs for what one does, questions for what one sees. Names come from the catalogue. */
import { expect, type FrameLocator, type Locator, type Page } from '@playwright/test';
import { loadAllTexts } from '../src/i18n/shelves.ts';
import { explorerText, protocolText, topicText } from '../src/i18n/text.ts';
import type { Lang } from '../src/i18n/languages.ts';
import type { TextValues } from '../src/i18n/fill.ts';
import type { ExplorerKey, TextKey, Topic } from '../src/i18n/book.ts';
import type { Verdict } from '../src/protocols/protocol.ts';

await loadAllTexts();

export interface Opening {
  /** From `v2/` on; without one the page opens as on a first visit. */
  readonly link?: string;
  readonly query?: Readonly<Record<string, string>>;
}

/** A page, or a frame inside one. */
type Place = Page | FrameLocator;

export class Explorer {
  readonly page: Page;
  readonly lang: Lang;
  private readonly place: Place;

  constructor(page: Page, { lang = 'en', place = page }: { readonly lang?: Lang; readonly place?: Place } = {}) {
    this.page = page;
    this.lang = lang;
    this.place = place;
  }

  // What one does

  async open(opening: Opening = {}): Promise<void> {
    await this.show(opening);
    await this.isReady();
  }

  /** As `open`, for what has nothing to do with panning, zooming or motion: React Flow may still be on its way. */
  async show({ link = '', query = {} }: Opening = {}): Promise<void> {
    const search = new URLSearchParams({ lang: this.lang, ...query }).toString();
    await this.page.goto(`./?${search}${link === '' ? '' : `#${link}`}`);
    await expect(this.nextButton).toBeVisible();
  }

  /** As if the reader had put another link into the address bar of the open page. */
  async follow(link: string): Promise<void> {
    await this.page.evaluate(
      (hash) =>
        new Promise<void>((heard) => {
          const before = window.location.href;
          window.addEventListener('hashchange', () => setTimeout(heard), { once: true });
          window.location.hash = hash;
          if (window.location.href === before) heard();
        }),
      link,
    );
  }

  async next(times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) await this.nextButton.click();
  }

  async toEnd(): Promise<void> {
    await this.button('transport-to-end').click();
  }

  /** From the end of a run on, as far as it leads. */
  async runOn(): Promise<void> {
    await this.whatIf.getByRole('button', { name: this.say('whatif-run-on'), exact: true }).click();
    await this.toEnd();
  }

  async toStart(): Promise<void> {
    await this.button('transport-to-start').click();
  }

  async goTo(position: number): Promise<void> {
    await this.slider.fill(String(position));
    await expect(this.slider).toHaveValue(String(position));
  }

  async press(keys: string, times = 1): Promise<void> {
    for (let count = 0; count < times; count += 1) await this.page.keyboard.press(keys);
  }

  async openTab(key: ExplorerKey): Promise<void> {
    await this.showTabs();
    if ((await this.tab(key).getAttribute('aria-selected')) !== 'true') await this.tab(key).click();
    await expect(this.tab(key)).toHaveAttribute('aria-selected', 'true');
  }

  /** On a phone the panels are behind a button. A window that has just changed may take that away while one looks. */
  async showTabs(): Promise<void> {
    await expect(this.nextButton).toBeVisible();
    const all = this.place.getByRole('button', { name: this.say('panels-open'), exact: true });
    const tabs = this.place.getByRole('tab');
    await expect(async () => {
      await expect(all.or(tabs).first()).toBeVisible({ timeout: 1_000 });
      if ((await tabs.count()) === 0) await all.click({ timeout: 1_000 });
      await expect(tabs.first()).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  /** Goes along with Tab until the element has the focus, as somebody without a mouse does. */
  async tabTo(target: Locator): Promise<void> {
    for (let count = 0; count < TABS_MAX; count += 1) {
      if (await target.evaluate((element) => element === document.activeElement)) return;
      await this.press('Tab');
    }
    throw new Error(`Expected to come to ${target.toString()} with ${TABS_MAX} presses of Tab.`);
  }

  /** Opens what can be done with something on the stage, and does it. */
  async choose(thing: Locator, action: ExplorerKey): Promise<void> {
    await thing.click();
    await this.popover.getByRole('button', { name: this.say(action), exact: true }).click();
  }

  // What one sees

  /** With React Flow, which comes when somebody is near. */
  async isReady(): Promise<void> {
    await expect(this.nextButton).toBeVisible();
    // The stage is drawn in slices; a sign that comes before it listens is not heard.
    await expect(async () => {
      await this.stage.dispatchEvent('pointermove');
      // Before the stage is drawn the still canvas is not there either.
      await expect(this.stage.locator('.react-flow__viewport')).toHaveCount(1, { timeout: 1_000 });
      await expect(this.still).toHaveCount(0, { timeout: 1_000 });
    }).toPass();
    await expect(this.stage.getByRole('button').first()).toBeAttached();
  }

  /** Stays near until this is there: it comes for a reader, and a sign that nobody listens to yet is not heard. */
  async comeFor(thing: Locator): Promise<void> {
    await expect(async () => {
      await this.stage.dispatchEvent('pointermove');
      await expect(thing).toBeVisible({ timeout: 1_000 });
    }).toPass();
  }

  /** How many steps have been taken. */
  async position(): Promise<number> {
    return Number(await this.slider.inputValue());
  }

  async expectPosition(position: number): Promise<void> {
    await expect(this.slider).toHaveValue(String(position));
  }

  async expectVerdict(verdict: Verdict, order = 1): Promise<void> {
    await expect(this.ledgerRow(order)).toContainText(this.say(`verdict-${verdict}`));
  }

  get nextButton(): Locator {
    return this.place.getByRole('button', {
      name: new RegExp(`^(?:${this.say('transport-next')}|${this.say('transport-rest')}) `),
    });
  }

  get slider(): Locator {
    return this.place.getByRole('slider', { name: this.say('sequence-position') });
  }

  get ledger(): Locator {
    return this.place.getByRole('region', { name: this.say('ledger-title') });
  }

  ledgerRow(order: number): Locator {
    return this.ledger.getByRole('listitem').filter({ hasText: this.say('ledger-order', { order }) });
  }

  get stage(): Locator {
    return this.place.getByRole('region', { name: this.say('stage-title'), exact: true });
  }

  /** The canvas before React Flow, which nobody is to tell from the one after. */
  get still(): Locator {
    return this.stage.locator('.still');
  }

  /** A box of the stage; a crashed one says so in its name. */
  box(process: string): Locator {
    const crashed = [this.say('stage-crashed'), this.say('stage-power-lost')].join('|');
    return this.stage.getByRole('region', {
      name: new RegExp(String.raw`^${this.own(`process-${process}`)}(?:\W+(?:${crashed}))?$`),
    });
  }

  /** The button with what can be done to a process. */
  menuOf(process: string): Locator {
    return this.stage.getByRole('button', {
      name: this.say('stage-menu', { process: this.own(`process-${process}`) }),
      exact: true,
    });
  }

  /** The messages in flight, as buttons on the arrows; `message` is a part of the name. */
  packets(message = ''): Locator {
    const [one = '', many = ''] = (['stage-packet', 'stage-packet-many'] as const).map(
      (key) => this.say(key, { count: 2, message: MARK, from: '', to: '' }).split(MARK)[0],
    );
    const begins = `^(?:${escaped(one)}|${escaped(many).replace('2', '\\d+')})`;
    return this.stage.getByRole('button', { name: new RegExp(`${begins}.*${escaped(message)}`) });
  }

  /** The clocks that are running. */
  get timers(): Locator {
    const [begins = ''] = this.say('stage-timer', { delay: MARK, role: '', left: '' }).split(MARK);
    return this.stage.getByRole('button', { name: new RegExp(`^${escaped(begins)}`) });
  }

  /** What can be done with the thing that was opened. */
  get popover(): Locator {
    return this.stage.getByRole('dialog');
  }

  get whatIf(): Locator {
    return this.place.getByRole('region', { name: this.say('whatif-title') });
  }

  get branches(): Locator {
    return this.place.getByRole('region', { name: this.say('branch-title') });
  }

  /** The button that names the scenario and opens the menu of scenarios. */
  get title(): Locator {
    return this.place.getByRole('banner').locator('.header-scenario');
  }

  /** The one sentence about a link. */
  get problem(): Locator {
    return this.place.getByRole('alert');
  }

  tab(key: ExplorerKey): Locator {
    return this.place.getByRole('tab', { name: this.say(key), exact: true });
  }

  get panel(): Locator {
    return this.place.getByRole('tabpanel');
  }

  button(key: ExplorerKey): Locator {
    return this.place.getByRole('button', { name: this.say(key), exact: true });
  }

  /** A panel that a button of the header opens. */
  dialog(key: ExplorerKey): Locator {
    return this.place.getByRole('dialog', { name: this.say(key) });
  }

  get link(): Promise<string> {
    return this.page.evaluate(() => window.location.hash.slice(1));
  }

  // Its words

  say(key: ExplorerKey, values: TextValues = {}): string {
    return explorerText(this.lang, key, values);
  }

  /** What a panel or a page says, whose texts come with it. */
  saidOn<Of extends Topic>(topic: Of, key: TextKey<Of>, values: TextValues = {}): string {
    return topicText(this.lang, topic, key, values);
  }

  /** A text of a protocol. */
  own(key: string, protocol = 'half-message', values: TextValues = {}): string {
    return protocolText(this.lang, protocol, { key, values });
  }
}

/** More than all the buttons of a page together. */
const TABS_MAX = 80;

/** Stands where a text will be filled in. */
const MARK = '|';

export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
