import './furrow-map.css';
import { FurrowMap } from './element';

if (!customElements.get('furrow-map')) customElements.define('furrow-map', FurrowMap);
