import type { Words } from './words.js';

const files = import.meta.glob<Words>('./*.fr.json', { eager: true, import: 'default' });

export const words: Words = Object.assign({}, ...Object.values(files)) as Words;
