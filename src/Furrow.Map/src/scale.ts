// The scale bar: a round length at the middle of the map.
import { h } from './dom';
import { length, roundLength } from './format';
import { metresPerPixel } from './geodesy';
import type { View } from './state';
import { language } from './words';

const LONGEST_PIXELS = 110;

export class ScaleBar {
  readonly #text = h('span');
  readonly element = h('div.fm-scale', { role: 'img' }, this.#text);

  show(view: View): void {
    const perPixel = metresPerPixel(view.zoom, view.lat);
    const metres = roundLength(perPixel * LONGEST_PIXELS);
    this.#text.textContent = length(metres, language());
    this.element.style.inlineSize = `${metres / perPixel}px`;
    this.element.setAttribute('aria-label', length(metres, language()));
  }
}
