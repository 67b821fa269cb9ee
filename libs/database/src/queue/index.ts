export { Queue, type JobHandler, type JobTurn, type QueueStanding } from './queue.js';
