import { useIntl } from 'react-intl';
import { placeZones } from '#domain/days';
import { Select } from '../../../kit/select.js';

export interface ZoneSelectProps {
  readonly value: string;
  readonly onChange: (zone: string) => void;
}

const zones = placeZones();

/** The zone of a table, from the list: a zone that is typed may be one that keeps no summer time. */
export function ZoneSelect({ value, onChange }: ZoneSelectProps) {
  const { formatMessage } = useIntl();
  // A table may have another name of a zone in the list, such as Canada/Eastern.
  const shown = value === '' || zones.includes(value) ? zones : [value, ...zones];
  return (
    <Select
      label={formatMessage({ id: 'office.zone' })}
      value={value === '' ? null : value}
      onChange={onChange}
      options={shown.map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))}
    />
  );
}

/** Where this device is, if its zone is in the list; otherwise nothing is proposed. */
export function zoneHere(): string {
  const here = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return zones.includes(here) ? here : '';
}
