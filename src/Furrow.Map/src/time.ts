// The date slider. It moves through the dates the reports speak of; the tiles carry the whole history, so the map follows without loading.
import { dateOf, dayNumber, step, yearTicks, addMonths } from './dates';
import { h } from './dom';
import { isDate } from './state';
import { t } from './words';

export class TimeBar {
  readonly element: HTMLElement;
  readonly #range: HTMLInputElement;
  readonly #date: HTMLInputElement;
  readonly #play: HTMLButtonElement;
  #timer = 0;

  constructor(private readonly from: string, private readonly to: string, date: string, private readonly chosen: (date: string) => void) {
    this.#range = h('input.fm-range', {
      type: 'range', min: String(dayNumber(from)), max: String(dayNumber(to)), step: '1', 'aria-label': t('map.date'), title: t('map.date-hint'),
      oninput: () => this.#choose(dateOf(Number(this.#range.value))), onkeydown: (e: KeyboardEvent) => this.#key(e),
    });
    // A text field and not the browser's own date field, which writes dates in an order that differs from place to place.
    this.#date = h('input.fm-day', {
      type: 'text', size: 10, maxLength: 10, inputMode: 'numeric', 'aria-label': t('map.date'), title: t('map.date-hint'), autocomplete: 'off',
      onchange: () => isDate(this.#date.value) ? this.#choose(this.#date.value) : this.show(this.date),
      onkeydown: (e: KeyboardEvent) => { if (e.key.startsWith('Page') || e.key === 'ArrowUp' || e.key === 'ArrowDown') this.#key(e); },
    });
    this.#play = h('button.fm-button.fm-play', { type: 'button', onclick: () => this.#toggle() }, '▶');
    this.#play.setAttribute('aria-label', t('map.play'));
    const button = (text: string, label: string, months: number) =>
      h('button.fm-button', { type: 'button', 'aria-label': label, title: label, onclick: () => this.#choose(addMonths(this.date, months)) }, text);
    this.element = h('div.fm-time', { role: 'group', 'aria-label': t('map.date') },
      this.#play, button('‹', t('map.earlier-month'), -1), this.#date, button('›', t('map.later-month'), 1),
      h('div.fm-track', {}, this.#range, this.#ticks()),
      h('button.fm-button.fm-today', { type: 'button', onclick: () => this.#choose(this.to) }, t('map.today')));
    this.show(date);
  }

  get date(): string {
    return dateOf(Number(this.#range.value));
  }

  show(date: string): void {
    this.#range.value = String(dayNumber(date));
    this.#range.setAttribute('aria-valuetext', date);
    this.#date.value = date;
  }

  dispose(): void {
    clearInterval(this.#timer);
  }

  #choose(date: string): void {
    const kept = date < this.from ? this.from : date > this.to ? this.to : date;
    this.show(kept);
    this.chosen(kept);
  }

  #key(e: KeyboardEvent): void {
    const next = e.key === 'Home' ? this.from : e.key === 'End' ? this.to : step(this.date, e.key, e.shiftKey);
    if (!next) return;
    e.preventDefault();
    this.#choose(next);
  }

  /** A month about every third of a second, from the beginning when at the end. */
  #toggle(): void {
    const running = this.#timer !== 0;
    clearInterval(this.#timer);
    this.#timer = 0;
    if (!running) {
      if (this.date >= this.to) this.#choose(this.from);
      const months = Math.max(1, Math.round((dayNumber(this.to) - dayNumber(this.from)) / 30.4 / 60));
      this.#timer = window.setInterval(() => {
        this.#choose(addMonths(this.date, months));
        if (this.date >= this.to) this.#toggle();
      }, 350);
    }
    this.#play.textContent = running ? '▶' : '⏸';
    this.#play.setAttribute('aria-label', t(running ? 'map.play' : 'map.stop'));
  }

  /** Years under the slider. Moved to their place by the style object, which a strict policy allows where a style attribute is not. */
  #ticks(): HTMLElement {
    const [first, last] = [dayNumber(this.from), dayNumber(this.to)];
    const ticks = h('div.fm-ticks', { 'aria-hidden': 'true' });
    for (const tick of yearTicks(this.from, this.to, 8)) {
      const mark = h('span', {}, tick.slice(0, 4));
      mark.style.insetInlineStart = `${(dayNumber(tick) - first) / Math.max(1, last - first) * 100}%`;
      ticks.append(mark);
    }
    return ticks;
  }
}

/** From the first effective date to the programme's today, which the server says (or the last date, when an exercise runs ahead). */
export function span(from: string | undefined, to: string | undefined, now: string): { from: string; to: string } {
  const last = to && to > now ? to : now;
  const first = from && from < last ? from : addMonths(last, -12);
  // A day before the first report, so that the empty map can be seen too.
  return { from: dateOf(dayNumber(first) - 1), to: last };
}
