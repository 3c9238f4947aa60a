// Builds the map into the server's dist folder: one small module that defines the element, a part with MapLibre that loads when a map is shown,
// the worker MapLibre starts from our own origin, and the outlines of the world. Everything also compressed, as the server embeds and sends it.
import { build } from 'esbuild';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, '../Furrow.Server/wwwroot/dist');
const modules = join(here, 'node_modules');

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
await build({
  entryPoints: { 'furrow-map': join(here, 'src/main.ts') },
  outdir: out,
  bundle: true,
  splitting: true,
  format: 'esm',
  target: 'es2022',
  minify: true,
  legalComments: 'eof',
  chunkNames: '[name]-[hash]',
  logLevel: 'warning',
});
copyFileSync(join(modules, 'maplibre-gl/dist/maplibre-gl-worker.mjs'), join(out, 'maplibre-gl-worker.js'));
copyFileSync(join(modules, 'world-atlas/countries-50m.json'), join(out, 'world.json'));
writeFileSync(join(out, 'licences.txt'), ['maplibre-gl/LICENSE.txt', 'world-atlas/LICENSE', 'topojson-client/LICENSE']
  .map(file => `${file}\n\n${readFileSync(join(modules, file), 'utf8')}\n`).join('\n'));

for (const file of readdirSync(out)) {
  const bytes = readFileSync(join(out, file));
  // Quality 9 takes a second where 11 takes ten and saves three parts in a hundred.
  writeFileSync(join(out, `${file}.br`),
    brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } }));
}
