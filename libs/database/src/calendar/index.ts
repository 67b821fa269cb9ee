export * from './meeting-feed.js';
