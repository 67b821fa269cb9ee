import { randomBytes, randomUUID } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { CiphertextMoved, KeyMisplaced, KeyWiped } from './errors.js';
import { open, openText, seal } from './field.js';
import { pad } from './padding.js';
import { type FieldPlace, fieldContext, type KeyTier } from './place.js';
import { sealBox } from './sealed-box.js';
import { TierKey } from './tier-key.js';

const place: FieldPlace = {
  tableId: randomUUID(),
  situationId: randomUUID(),
  tier: 3,
  field: 'tier3.family_name',
  rowId: randomUUID(),
};
const bytes = randomBytes(32);
const keyFor = (at: FieldPlace) => new TierKey(Buffer.from(bytes), at);
const dek = keyFor(place);
const anyText = fc.string({ unit: 'binary', maxLength: 300 });
const overhead = 1 + 12 + 16;

describe('a sealed text', () => {
  test('comes back as it was, whatever its characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(openText(dek, place, seal(dek, place, text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test('comes back byte by byte, trailing zeros included', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(40), (head, zeros) => {
        const written = Buffer.concat([head, Buffer.alloc(zeros)]);
        expect(open(dek, place, seal(dek, place, written)).equals(written)).toBe(true);
      }),
    );
  });

  test('keeps a byte order mark and turns a lone surrogate into the replacement character', () => {
    expect(openText(dek, place, seal(dek, place, '\uFEFFx'))).toBe('\uFEFFx');
    expect(openText(dek, place, seal(dek, place, 'a\uD800b'))).toBe('a\uFFFDb');
  });

  test('is padded to steps of 32 bytes, so names of any usual length look alike', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const padded = seal(dek, place, text).length - overhead;
        const least = Buffer.byteLength(text) + 4;
        expect(padded % 32).toBe(0);
        expect(padded).toBeGreaterThanOrEqual(least);
        expect(padded).toBeLessThan(least + 32);
      }),
    );
    expect(seal(dek, place, 'Li')).toHaveLength(seal(dek, place, 'Alexandra-Maria Vandenberghe').length);
  });

  test('is never the same twice', () => {
    const seen = new Set(
      Array.from({ length: 1000 }, () => seal(dek, place, 'Li').subarray(1, 13).toString('hex')),
    );
    expect(seen.size).toBe(1000);
  });

  test('opens with no bit changed, added or taken away', () => {
    const sealed = seal(dek, place, 'a name');
    for (let bit = 0; bit < sealed.length * 8; bit += 1) {
      const flipped = Buffer.from(sealed);
      flipped.writeUInt8(flipped.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
      expect(() => open(dek, place, flipped)).toThrow(CiphertextMoved);
    }
    for (let length = 0; length < sealed.length; length += 1) {
      expect(() => open(dek, place, sealed.subarray(0, length))).toThrow(CiphertextMoved);
    }
    expect(() => open(dek, place, Buffer.concat([sealed, Buffer.of(0)]))).toThrow(CiphertextMoved);
  });

  test('has one padding: an authentic text in any other form is refused', () => {
    const put = (padded: Buffer) => sealBox(bytes, fieldContext(place), padded);
    const tooLong = pad(Buffer.from('x'));
    tooLong.writeUInt32BE(29, 0);
    const notZero = pad(Buffer.from('x'));
    notZero.writeUInt8(1, 31);
    for (const padded of [Buffer.alloc(0), Buffer.alloc(31), Buffer.alloc(64), tooLong, notZero]) {
      expect(() => open(dek, place, put(padded))).toThrow(CiphertextMoved);
    }
    expect(() => openText(dek, place, put(pad(Buffer.of(0xff))))).toThrow(CiphertextMoved);
  });
});

describe('a moved ciphertext', () => {
  const tier = fc.constantFrom<KeyTier>(1, 2, 3, 4);
  const anyPlace: fc.Arbitrary<FieldPlace> = fc.record({
    tableId: fc.uuid(),
    situationId: fc.uuid(),
    tier,
    field: fc.string({ minLength: 1, maxLength: 40 }),
    rowId: fc.uuid(),
  });
  const parts = ['tableId', 'situationId', 'tier', 'field', 'rowId'] as const;

  test.each(parts)('does not open at another %s, even under the same key bytes', (part) => {
    fc.assert(
      fc.property(anyPlace, anyPlace, (from, to) => {
        fc.pre(from[part] !== to[part]);
        const moved = { ...from, [part]: to[part] };
        expect(() => open(keyFor(moved), moved, seal(keyFor(from), from, 'a name'))).toThrow(CiphertextMoved);
      }),
    );
  });

  test('opens at the same place written in capitals', () => {
    const capitals = { ...place, rowId: place.rowId.toUpperCase() };
    expect(openText(dek, capitals, seal(dek, place, 'a name'))).toBe('a name');
  });

  test('takes no id that is not a UUID, so no two places can be written alike', () => {
    expect(() => seal(dek, { ...place, rowId: 'x' }, 'a name')).toThrow(TypeError);
    expect(() => seal(dek, { ...place, field: '' }, 'a name')).toThrow(RangeError);
  });
});

describe('a data key', () => {
  test('refuses to seal or open for another situation or tier', () => {
    const elsewhere: FieldPlace = { ...place, tier: 4 };
    expect(() => seal(dek, elsewhere, 'a name')).toThrow(KeyMisplaced);
    expect(() => open(dek, elsewhere, seal(dek, place, 'a name'))).toThrow(KeyMisplaced);
  });

  test('is zero and useless once wiped', () => {
    const raw = randomBytes(32);
    const key = new TierKey(raw, place);
    key.wipe();
    expect(raw.equals(Buffer.alloc(32))).toBe(true);
    expect(() => seal(key, place, 'a name')).toThrow(KeyWiped);
  });

  test('shows nothing of itself when printed', () => {
    const raw = Buffer.alloc(32, 0x41);
    expect(JSON.stringify(new TierKey(raw, place))).not.toMatch(/AAAA|65,65,65|41414141/);
  });
});
