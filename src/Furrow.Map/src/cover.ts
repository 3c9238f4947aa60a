// What hides the land until it has come: the server's picture of it, over a hatched ground. Bare ground must never be taken for unrecorded land.
import { h } from './dom';

export class Cover {
  readonly element = h('div.fm-cover', { onpointerdown: () => this.lift(), onwheel: () => this.lift() });
  #image: HTMLImageElement | null = null;
  #isHeld = false;

  /** The address of the picture of the view as it is now; and who is told, while the cover is held, whether it came (null: it is on its way). */
  constructor(private readonly now: () => string | null, private readonly told: (came: boolean | null) => void) {}

  /** Over the view as it is now. */
  drop(): void {
    this.show(this.now());
  }

  /** What is shown meanwhile; null: the hatched ground alone. */
  show(picture: string | null): void {
    this.element.hidden = false;
    if (this.#isHeld) this.told(picture ? null : false);
    if (!picture) {
      this.element.replaceChildren();
      return;
    }
    const image = this.#image = h('img', { alt: '', src: picture, hidden: true });
    // The picture before stays until this one is there.
    image.onload = () => this.#came(image, true);
    image.onerror = () => this.#came(image, false);
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  get isHeld(): boolean {
    return this.#isHeld;
  }

  /** Held, it stays whatever anybody does: there is nothing below it to be seen. */
  hold(on: boolean): void {
    this.#isHeld = on;
    if (on) this.drop();
  }

  /** The land is there; or somebody wants to move it, and sees for each part whether it has come. */
  lift(): void {
    if (this.#isHeld) return;
    this.element.hidden = true;
    this.#image = null;
    this.element.replaceChildren();
  }

  #came(image: HTMLImageElement, well: boolean): void {
    if (this.#image !== image) return;
    image.hidden = !well;
    this.element.replaceChildren(...(well ? [image] : []));
    if (this.#isHeld) this.told(well);
  }
}
