export { Queue, type JobTurn } from './queue.js';
