// What draws the land here: MapLibre, or the server where it cannot. Brought before anything of the page is taken away.
import { unanswered } from './api';
import { type CanvasStart, type MapCanvas, hasWebGl } from './canvas';

export type Draw = (start: CanvasStart) => MapCanvas;

export async function drawing(asPictures: boolean): Promise<Draw> {
  const { PictureCanvas } = await import('./picture').catch(unanswered);
  const pictures: Draw = start => new PictureCanvas(start);
  if (asPictures || !hasWebGl()) return pictures;
  const { GlCanvas } = await import('./gl').catch(unanswered);
  return start => {
    try {
      return new GlCanvas(start);
    } catch (error) {
      console.warn((error as Error).message);
      start.container.replaceChildren();
      return pictures(start);
    }
  };
}
