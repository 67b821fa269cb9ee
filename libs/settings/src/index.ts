export { definitions, type SettingName } from './definitions.js';
export {
  publicParts,
  readSetting,
  readSettings,
  SettingsError,
  type Environment,
  type OwnDatabase,
  type Settings,
} from './settings.js';
