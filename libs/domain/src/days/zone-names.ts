/** The names that this machine's list of zones has, one for each zone. */
function listedZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}

function isPlaceName(zone: string): boolean {
  return (
    zone === 'UTC' || (/^[A-Z][A-Za-z]+(?:\/[A-Z][A-Za-z0-9_+-]+)+$/.test(zone) && !zone.startsWith('Etc/'))
  );
}

/** The zones to choose from: places of the IANA list, one name each, and UTC. */
export function placeZones(): string[] {
  return [...listedZones().filter((zone) => zone !== 'UTC' && isPlaceName(zone)), 'UTC'];
}

/**
 * Whether a text names the zone of a place as the IANA list writes it, or by another of its names, such as
 * Canada/Eastern. An abbreviation such as EST, or an offset such as Etc/GMT+5, keeps no summer time: a
 * meeting at 9:30 in July would be at 10:30.
 */
export function isPlaceZone(zone: string): boolean {
  if (!isPlaceName(zone)) return false;
  const listed = listedZones();
  if (zone === 'UTC' || listed.includes(zone)) return true;
  // A listed name in other letters, or another name in capitals, is not how the list writes it.
  const folded = zone.toLowerCase();
  if (listed.some((name) => name.toLowerCase() === folded)) return false;
  if (zone.split('/').some((part) => /^[A-Z]{4,}$/.test(part))) return false;
  try {
    return listed.includes(new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone);
  } catch {
    return false;
  }
}
