export { definitions, type SettingDefinition, type SettingName } from './definitions.js';
export { isLoopback, readSetting, readSettings, SettingsError, type Environment, type OwnDatabase, type Settings } from './settings.js';
