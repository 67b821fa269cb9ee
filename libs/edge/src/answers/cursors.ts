import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { Problem } from '../problems.js';

/** What a place in a list is bound to: whoever moves it to another seat, list or filter holds nothing. */
export interface CursorScope {
  /** The acting seat, else the user. */
  readonly seatId: string;
  /** The route's template. */
  readonly route: string;
  /** Filter and order of the list, as given. */
  readonly filter: unknown;
}

/** A place in a list: the sort keys of the last row shown. */
export type Place = readonly (string | number | null)[];

const nonceLength = 12;
const tagLength = 16;

/**
 * Opaque, authenticated marks of a place in a list (AES-256-GCM; a fresh random nonce each), so keyset paging
 * shows no sort keys.
 */
export class Cursors {
  /** @param key 32 bytes, shared by all processes that serve the same installation. */
  constructor(private readonly key: Uint8Array) {
    if (key.length !== 32) throw new Error('the cursor key must be 32 bytes');
  }

  seal(place: Place, scope: CursorScope): string {
    const nonce = randomBytes(nonceLength);
    const cipher = createCipheriv('aes-256-gcm', this.key, nonce).setAAD(bindingOf(scope));
    const sealed = Buffer.concat([cipher.update(JSON.stringify(place), 'utf8'), cipher.final()]);
    return Buffer.concat([nonce, sealed, cipher.getAuthTag()]).toString('base64url');
  }

  /**
   * The place that a mark stands for. Throws Problem `request.cursorInvalid` (400) when altered or made for
   * another scope.
   */
  open(cursor: string, scope: CursorScope): Place {
    const bytes = Buffer.from(cursor, 'base64url');
    // The decoder is lenient; only the one spelling that we wrote is ours.
    if (bytes.length <= nonceLength + tagLength || bytes.toString('base64url') !== cursor)
      throw new Problem('request.cursorInvalid');
    try {
      const decipher = createDecipheriv('aes-256-gcm', this.key, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      }).setAAD(bindingOf(scope));
      decipher.setAuthTag(bytes.subarray(-tagLength));
      const opened = Buffer.concat([
        decipher.update(bytes.subarray(nonceLength, -tagLength)),
        decipher.final(),
      ]);
      return JSON.parse(opened.toString('utf8')) as Place;
    } catch {
      throw new Problem('request.cursorInvalid');
    }
  }
}

function bindingOf(scope: CursorScope): Buffer {
  return createHash('sha256')
    .update(JSON.stringify([scope.seatId, scope.route, scope.filter]))
    .digest();
}
