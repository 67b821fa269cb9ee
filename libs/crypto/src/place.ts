/** The four kinds of information: 1 screening, 2 de-identified, 3 limited identifiers, 4 full. */
export type KeyTier = 1 | 2 | 3 | 4;

/**
 * What one data key serves: one tier of one situation at one table. Ids are UUIDs; a screening's own id
 * stands for its situation.
 */
export interface KeyPlace {
  readonly tableId: string;
  readonly situationId: string;
  readonly tier: KeyTier;
}

/** Where one sealed text stands: `field` is `sql_table.column`, `rowId` the UUID of its row. */
export interface FieldPlace extends KeyPlace {
  readonly field: string;
  readonly rowId: string;
}

/** Where a secret of one account stands; `kind` is a word of the sign-in's own. */
export interface AccountPlace {
  readonly userId: string;
  readonly kind: string;
}

const uuidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;

/**
 * The bytes that GCM authenticates beside a sealed text. Fixed-length parts and one length-prefixed name, so
 * no two places have the same bytes.
 */
export function fieldContext(place: FieldPlace): Buffer {
  return Buffer.concat([
    label('situation-table field 1'),
    keyPlaceBytes(place),
    uuidBytes(place.rowId),
    lengthPrefixed(place.field),
  ]);
}

/** The bytes that GCM authenticates beside a wrapped data key. */
export function wrapContext(place: KeyPlace, epochId: string): Buffer {
  return Buffer.concat([label('situation-table key 1'), keyPlaceBytes(place), uuidBytes(epochId)]);
}

/** The bytes that GCM authenticates beside a secret of an account. */
export function accountContext(place: AccountPlace): Buffer {
  return Buffer.concat([
    label('situation-table account 1'),
    uuidBytes(place.userId),
    lengthPrefixed(place.kind),
  ]);
}

/** Whether two places share a data key. */
export function isSameKeyPlace(left: KeyPlace, right: KeyPlace): boolean {
  return keyPlaceBytes(left).equals(keyPlaceBytes(right));
}

function keyPlaceBytes(place: KeyPlace): Buffer {
  return Buffer.concat([uuidBytes(place.tableId), uuidBytes(place.situationId), Buffer.of(place.tier)]);
}

function uuidBytes(id: string): Buffer {
  if (!uuidPattern.test(id)) throw new TypeError('A place is named by UUIDs.');
  return Buffer.from(id.replaceAll('-', ''), 'hex');
}

function label(text: string): Buffer {
  return lengthPrefixed(text);
}

function lengthPrefixed(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.length === 0 || bytes.length > 255) throw new RangeError('A name in a place has 1 to 255 bytes.');
  return Buffer.concat([Buffer.of(bytes.length), bytes]);
}
