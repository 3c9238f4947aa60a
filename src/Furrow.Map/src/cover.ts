// What hides the land until it has come: the server's picture of it, over a hatched ground. Bare ground must never be taken for unrecorded land.
import { h } from './dom';

export class Cover {
  readonly element = h('div.fm-cover', { onpointerdown: () => this.lift(), onwheel: () => this.lift() });
  #image: HTMLImageElement | null = null;

  /** What is shown meanwhile; null: the hatched ground alone. */
  show(picture: string | null): void {
    this.element.hidden = false;
    if (!picture) {
      this.element.replaceChildren();
      return;
    }
    const image = this.#image = h('img', { alt: '', src: picture, hidden: true });
    // The picture before stays until this one is there.
    image.onload = () => {
      if (this.#image !== image) return;
      image.hidden = false;
      this.element.replaceChildren(image);
    };
    image.onerror = () => { if (this.#image === image) this.element.replaceChildren(); };
  }

  get isShown(): boolean {
    return !this.element.hidden;
  }

  /** The land is there; or somebody wants to move it, and sees for each part whether it has come. */
  lift(): void {
    this.element.hidden = true;
    this.#image = null;
    this.element.replaceChildren();
  }
}
