// What the map says about itself: that it is loading, and what could not be loaded, each with a way to try again.
import { h } from './dom';
import { t } from './words';

export class Notices {
  readonly #loading = h('p.fm-loading', { role: 'status' });
  readonly element = h('div.fm-notices', {}, this.#loading);
  readonly #problems = new Map<string, HTMLElement>();

  /** A region that is heard must be there before its words. */
  loading(on: boolean): void {
    const words = on ? t('map.loading') : '';
    if (this.#loading.textContent !== words) this.#loading.textContent = words;
  }

  /** Null: the problem is gone. */
  problem(name: string, text: string | null, retry: () => void): void {
    const before = this.#problems.get(name);
    if (!text) {
      before?.remove();
      this.#problems.delete(name);
      return;
    }
    if (before) {
      const words = before.querySelector('span')!;
      if (words.textContent !== text) words.textContent = text;
      return;
    }
    const notice = problemNotice(text, retry);
    this.#problems.set(name, notice);
    this.element.append(notice);
  }
}

export const problemNotice = (text: string, retry: () => void): HTMLElement =>
  h('p.fm-problem', { role: 'alert' }, h('span', {}, text), ' ', h('button.fm-button', { type: 'button', onclick: retry }, t('map.retry')));
