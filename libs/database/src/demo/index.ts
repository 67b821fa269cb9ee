export {
  openDemo,
  removeDatabase,
  type DemoCast,
  type DemoDatabase,
  type PastRecord,
} from './demo-database.js';
