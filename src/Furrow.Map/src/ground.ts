// The ground the land lies on, from our own server only: the invented island of an exercise, or the bundled outlines of the world.
import type { FeatureCollection } from 'geojson';
import type { Topology, GeometryCollection } from 'topojson-specification';
import { feature } from 'topojson-client';
import { type Programme, ask } from './api';

export interface Ground { features: FeatureCollection; isWorld: boolean }

/** Refused when the server cannot be asked: no ground is not the same as unknown ground. */
export async function loadGround(programme: Programme): Promise<Ground> {
  const own = await ask<FeatureCollection>('/api/base');
  if (own) return { features: own, isWorld: false };
  // An exercise never lies on real ground.
  if (programme.exercise) return { features: { type: 'FeatureCollection', features: [] }, isWorld: false };
  const world = await ask<Topology>('/dist/world.json');
  if (!world) return { features: { type: 'FeatureCollection', features: [] }, isWorld: false };
  const countries = feature(world, world.objects.countries as GeometryCollection);
  for (const country of countries.features) country.properties = { kind: 'country' };
  return { features: countries, isWorld: true };
}
