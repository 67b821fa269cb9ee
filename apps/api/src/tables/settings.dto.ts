import type { Type } from '@nestjs/common';
import { tableSettingNames, tableSettings, type TableSettings } from '#domain/vocabulary';
import { Whole } from '#edge';

/*
 * Classes with a checked and documented property for each plain setting of a table, as the domain declares them.
 */
function classOf(name: string, optional: boolean): Type {
  const made = class {};
  Object.defineProperty(made, 'name', { value: name });
  for (const setting of tableSettingNames) {
    const { min, max } = tableSettings[setting];
    Whole(optional ? { min, max, optional } : { min, max })(made.prototype, setting);
  }
  return made;
}

/** The settings that a change names; the others stay as they are. */
export const ChangedSettings = classOf('ChangedSettings', true) as Type<Partial<TableSettings>>;
/** The settings as a table shows them. */
export const ShownSettings = classOf('ShownSettings', false) as Type<TableSettings>;
