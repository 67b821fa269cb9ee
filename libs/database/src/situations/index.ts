export * from './card.js';
export * from './content.js';
export * from './list.js';
export * from './moves.js';
export * from './pages.js';
export * from './screenings.js';
export * from './surname.js';
