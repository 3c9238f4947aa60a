// Legend and layer switches in one fold-out: every status drawn with its colour and hatch.
import type { Programme } from './api';
import { h, icon } from './dom';
import { DIAMOND, colourOf, lookOf } from './look';
import { OVERALL } from './state';
import { SWITCHES } from './style';
import { t } from './words';

export function legend(programme: Programme, kind: string, off: string[], switched: (off: string[]) => void): HTMLDetailsElement {
  const isCustody = kind === 'custody';
  const statuses = programme.statuses.filter(s => s.custody === isCustody && lookOf(s.name));
  const layers = Object.keys(SWITCHES).map(name => h('label.fm-check', {},
    h('input', {
      type: 'checkbox', checked: !off.includes(name),
      onchange: (e: Event) => {
        off = (e.target as HTMLInputElement).checked ? off.filter(o => o !== name) : [...off, name];
        switched(off);
      },
    }), t(`map.layer.${name}`)));
  return h('details.fm-legend', { open: matchMedia('(min-width: 60rem)').matches },
    h('summary', {}, t('map.layers')),
    h('p.fm-kind', {}, t(`kind.${kind || OVERALL}`)),
    h('ul', {}, ...statuses.map(s => h('li', {}, swatch(s.name), t(`status.${s.name}`))),
      ...(isCustody ? [] : [h('li', {}, icon('0 0 16 16', 'fm-swatch fm-point', [DIAMOND, 'fm-full']), t('map.points')),
        h('li', {}, icon('0 0 16 16', 'fm-swatch fm-point', [DIAMOND, 'fm-hatch']), t('map.by-place'))])),
    // One of three, by how much of the land has come.
    h('p.fm-warn.fm-when-loading', {}, t('map.still-loading')),
    h('p.fm-warn.fm-when-incomplete', {}, h('span.fm-swatch.fm-hatched', {}), t('map.unknown-elsewhere')),
    h('p.fm-warn.fm-when-ready', {}, t('map.unknown-not-safe')),
    h('p.fm-small', {}, t('map.squares')),
    h('div.fm-checks', {}, ...layers));
}

/** A small square in the colour and hatch of a status. */
export function swatch(status: string): SVGSVGElement {
  const look = lookOf(status);
  const square = icon('0 0 8 8', 'fm-swatch', ['M0 0H8V8H0Z', 'fm-colour'], ...(look?.hatch ? [[look.hatch, 'fm-hatch'] as [string, string]] : []));
  square.style.setProperty('--fm-colour', status === 'unrecorded' ? 'transparent' : colourOf(status));
  return square;
}
