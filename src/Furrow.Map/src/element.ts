// <furrow-map>: mounts itself, takes its state from the address and writes it back, disposes itself. README.md is the contract with the page.
import { pictureAddress } from './address';
import { type Found, type Programme, ask, reasonOf } from './api';
import { Bar } from './bar';
import { type Completeness, type Failing, type MapCanvas } from './canvas';
import { Cover } from './cover';
import { type Draw, drawing } from './drawing';
import { h } from './dom';
import { type Position, metresPerPixel } from './geodesy';
import { legend } from './legend';
import { MeasureTool } from './measure';
import { Notices, problemNotice } from './notices';
import { SpotPanel } from './panel';
import { printTool } from './print';
import { ScaleBar } from './scale';
import { type MapState, readState, writeState } from './state';
import { TimeBar, span } from './time';
import { setWords, t } from './words';

export class FurrowMap extends HTMLElement {
  #life: AbortController | null = null;
  #programme!: Programme;
  #state!: MapState;
  #canvas: MapCanvas | null = null;
  #draw!: Draw;
  #bar!: Bar;
  #time!: TimeBar;
  #panel!: SpotPanel;
  #measure!: MeasureTool;
  #print!: HTMLElement;
  #legend!: HTMLElement;
  #scale!: ScaleBar;
  #cover!: Cover;
  #notices!: Notices;
  #writing = 0;
  /** What stood in the element before it started: the server's picture and list. */
  #plain: Node[] = [];

  connectedCallback(): void {
    if (this.#life) return;
    this.#life = new AbortController();
    this.dataset.state = 'loading';
    void this.#mount(this.#life.signal).catch((error: Error) => this.#fail(error));
  }

  disconnectedCallback(): void {
    // Moving the element inside the page takes it out and in again at once: only a real goodbye counts.
    queueMicrotask(() => {
      if (this.isConnected) return;
      this.#life?.abort();
      this.#life = null;
      clearTimeout(this.#writing);
      this.#time?.dispose();
      this.#canvas?.dispose();
      this.#canvas = null;
      this.#putBack();
      delete this.dataset.state;
    });
  }

  async #mount(life: AbortSignal): Promise<void> {
    this.#state = readState(location.search);
    // The page gives the words for when the server is silent.
    setWords(JSON.parse(this.dataset.words ?? 'null'));
    let spoken = true;
    const words = ask<{ lang: string; words: Record<string, string> }>('/api/words', {}, life).then(setWords, () => { spoken = false; });
    const [programme] = await Promise.all([ask<Programme>('/api/programme', {}, life), words]).catch(async (error: Error) => {
      await words;
      throw error;
    });
    this.#draw = await drawing(this.hasAttribute('picture'));
    if (life.aborted || !programme) return;
    this.#programme = programme;
    const box = h('div.fm-canvas');
    const picture = this.querySelector<HTMLImageElement>('img.picture')?.src ?? null;
    this.#build(box);
    this.#cover.show(picture);
    this.#showState('loading');
    this.#canvas = this.#draw(this.#startIn(box));
    this.#scale.show(this.#canvas.view());
    if (!spoken) this.#notices.problem('words', t('map.words-failed'), () => location.reload());
    addEventListener('popstate', () => this.#follow(), { signal: life });
    addEventListener('furrow:shown', () => this.#follow(), { signal: life });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#recolour(), { signal: life });
    const theme = new MutationObserver(() => this.#recolour());
    theme.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
    const size = new ResizeObserver(() => this.#canvas?.resize());
    size.observe(box);
    life.addEventListener('abort', () => { theme.disconnect(); size.disconnect(); });
    if (this.#state.spot) this.#openSpot(this.#state.spot, false);
    this.dispatchEvent(new CustomEvent('furrow-map:ready', { bubbles: true }));
  }

  #build(box: HTMLElement): void {
    const dates = span(this.#programme.from, this.#programme.to, this.#programme.today);
    this.#bar = new Bar(this.#programme, this.#state, {
      kind: kind => this.#change({ kind }),
      known: known => this.#change({ known }),
      found: found => this.#goTo(found),
      measure: () => this.#measure.isActive ? this.#measure.end() : this.#begin(() => this.#measure.begin()),
      print: () => this.#begin(() => { this.#print.dispatchEvent(new Event('fm-open')); this.#print.hidden = false; }),
      whole: () => {
        this.#cover.lift();
        if (this.#programme.bounds) this.#canvas?.showBounds(this.#programme.bounds);
      },
      here: () => navigator.geolocation?.getCurrentPosition(p => this.#canvas?.showPoint([p.coords.longitude, p.coords.latitude])),
    });
    this.#time = new TimeBar(dates.from, dates.to, this.#state.date ?? dates.to, date => this.#change({ date: date === dates.to ? null : date }));
    this.#panel = new SpotPanel(() => this.#change({ spot: null }));
    this.#measure = new MeasureTool((points, closed) => this.#canvas?.setMeasure(points, closed), () => this.focus());
    this.#print = printTool(() => {
      const view = this.#canvas!.view();
      return { lat: view.lat, lon: view.lon, date: this.#time.date, kind: this.#state.kind, known: this.#state.known,
        metresPerPixel: metresPerPixel(view.zoom, view.lat) };
    });
    this.#scale = new ScaleBar();
    this.#cover = new Cover(() => this.#picture(), came => this.#showPicture(came));
    this.#notices = new Notices();
    this.#legend = this.#newLegend();
    this.#plain = [...this.childNodes];
    this.replaceChildren(this.#bar.element,
      h('div.fm-stage', { onkeydown: (e: KeyboardEvent) => { if (MOVES.test(e.key)) this.#cover.lift(); } }, box, this.#cover.element, this.#legend,
        this.#notices.element, this.#panel.element, this.#measure.element, this.#print, this.#scale.element,
        this.#programme.exercise && h('div.fm-exercise', { 'aria-hidden': 'true' }, 'EXERCISE')),
      this.#time.element);
    this.classList.add('fm');
  }

  #startIn(container: HTMLElement) {
    return {
      container, programme: this.#programme, state: this.#state, day: this.#time.date, known: this.#known,
      events: {
        moved: (view: NonNullable<MapState['view']>) => {
          this.#state.view = view;
          this.#scale.show(view);
          this.#writeSoon();
          if (this.#cover.isHeld) this.#cover.drop();
        },
        pointed: (at: Position) => this.#pointed(at),
        state: (state: Completeness) => this.#showState(state),
        emptied: () => this.#cover.drop(),
        surface: (isThere: boolean) => this.#showSurface(isThere),
        failing: (what: Failing, count: number) =>
          this.#notices.problem(what, count > 0 ? t(`map.${what}-failed`, count) : null, () => this.#canvas?.retry(what)),
      },
    };
  }

  #showState(state: Completeness): void {
    this.dataset.state = state;
    this.#notices.loading(state === 'loading');
    if (state !== 'loading') this.#cover.lift();
  }

  #picture(): string | null {
    const view = this.#canvas?.view();
    const { clientWidth: width = 0, clientHeight: height = 0 } = this.#cover.element.parentElement ?? {};
    return view && width > 0 ? pictureAddress({ view, width, height, day: this.#time.date, kind: this.#state.kind, known: this.#known }) : null;
  }

  /** While there is no surface the picture is the map. */
  #showPicture(came: boolean | null): void {
    this.#notices.problem('picture', came === false ? t('map.picture-failed') : null, () => this.#cover.drop());
    this.#showState(came === null ? 'loading' : 'incomplete');
  }

  #showSurface(isThere: boolean): void {
    this.#notices.problem('surface', isThere ? null : t('map.surface-failed'), () => this.#newSurface());
    this.#notices.problem('picture', null, () => undefined);
    this.#cover.hold(!isThere);
  }

  /** The browser does not give the surface back by itself: another one, or pictures where it gives none. */
  #newSurface(): void {
    const box = this.querySelector<HTMLElement>('.fm-canvas');
    if (!this.#canvas || !box) return;
    this.#state.view = this.#canvas.view();
    this.#canvas.dispose();
    box.replaceChildren();
    this.#showSurface(true);
    this.#showState('loading');
    this.#canvas = this.#draw(this.#startIn(box));
    this.#measure.show();
  }

  get #known(): number {
    return Math.min(this.#state.known ?? this.#programme.knownAt, this.#programme.knownAt);
  }

  #pointed(at: Position): void {
    if (this.#measure.isActive) this.#measure.add(at);
    else this.#change({ spot: { lon: at[0], lat: at[1] } });
  }

  /** One place changes the state: the map, the panel and the address follow. */
  #change(part: Partial<MapState>): void {
    const before = this.#state;
    this.#state = { ...before, ...part };
    this.#apply(before);
    this.#writeSoon();
  }

  #apply(before: MapState): void {
    const now = this.#state;
    const canvas = this.#canvas;
    this.#bar.show(now);
    if (this.#cover.isShown && (now.date !== before.date || now.kind !== before.kind)) this.#cover.drop();
    if (now.date !== before.date || now.kind !== before.kind) canvas?.setTime(this.#time.date, now.kind);
    if (now.kind !== before.kind) this.#showLegend();
    if (now.known !== before.known) canvas?.setKnown(this.#known);
    if (now.off.join() !== before.off.join()) canvas?.setOff(now.off);
    if (now.spot && (now.spot !== before.spot || now.known !== before.known)) this.#openSpot(now.spot, now.spot !== before.spot);
    else if (!now.spot && before.spot) canvas?.setSpot(null);
  }

  #openSpot(spot: { lat: number; lon: number }, focus: boolean): void {
    this.#canvas?.setSpot(spot);
    void this.#panel.open(spot, this.#time.date, this.#state.known, focus);
  }

  #goTo(found: Found): void {
    this.#cover.lift();
    if (found.bounds) this.#canvas?.showBounds(found.bounds);
    else if (found.lon !== undefined && found.lat !== undefined) {
      this.#canvas?.showPoint([found.lon, found.lat]);
      this.#change({ spot: { lat: found.lat, lon: found.lon } });
    } else if (found.link) location.assign(found.link);
  }

  #begin(open: () => void): void {
    this.#measure.end();
    this.#print.hidden = true;
    open();
  }

  /** The address changed under us: by Back, or by a link of the page. */
  #follow(): void {
    if (!this.isConnected) return;
    const before = this.#state;
    const next = readState(location.search);
    this.#state = { ...next, view: next.view ?? before.view, spot: same(next.spot, before.spot) ? before.spot : next.spot };
    this.#time.show(next.date ?? span(this.#programme.from, this.#programme.to, this.#programme.today).to);
    this.#apply(before);
    if (!this.#state.spot) this.#panel.hide();
    if (next.view && before.view
      && (Math.abs(next.view.lat - before.view.lat) > 2e-5 || Math.abs(next.view.lon - before.view.lon) > 2e-5
      || Math.abs(next.view.zoom - before.view.zoom) > 0.02)) {
      this.#canvas?.showPoint([next.view.lon, next.view.lat], next.view.zoom);
    }
  }

  #writeSoon(): void {
    clearTimeout(this.#writing);
    this.#writing = window.setTimeout(() => {
      if (!this.isConnected) return;
      const search = writeState(location.search, this.#state);
      if (search !== location.search) history.replaceState(history.state, '', location.pathname + search + location.hash);
      this.dispatchEvent(new CustomEvent('furrow-map:state', { bubbles: true, detail: { search } }));
    }, 200);
  }

  #newLegend(): HTMLElement {
    return legend(this.#programme, this.#state.kind, this.#state.off, off => this.#change({ off }));
  }

  #showLegend(): void {
    const open = (this.#legend as HTMLDetailsElement).open;
    const fresh = this.#newLegend() as HTMLDetailsElement;
    fresh.open = open;
    this.#legend.replaceWith(fresh);
    this.#legend = fresh;
  }

  #recolour(): void {
    this.#showLegend();
    this.#canvas?.recolour();
  }

  /** The server's picture and list stand again, with the reason above them. */
  #fail(error: Error): void {
    if (this.#life?.signal.aborted) return;
    this.#canvas?.dispose();
    this.#canvas = null;
    this.#putBack();
    this.dataset.state = 'failed';
    this.#plain = [...this.childNodes];
    this.prepend(problemNotice(t('map.error', reasonOf(error)), () => location.reload()));
  }

  #putBack(): void {
    if (this.#plain.length > 0) this.replaceChildren(...this.#plain);
    this.#plain = [];
    this.classList.remove('fm');
  }
}

/** Keys that move the map. */
const MOVES = /^(Arrow.*|[-+=_])$/;
const same = (a: MapState['spot'], b: MapState['spot']): boolean =>
  a === b || (a !== null && b !== null && Math.abs(a.lat - b.lat) < 1e-6 && Math.abs(a.lon - b.lon) < 1e-6);
