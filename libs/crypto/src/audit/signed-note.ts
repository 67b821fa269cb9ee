import { createHash, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';

/**
 * A text and its signature, in the form of C2SP's signed note (c2sp.org/signed-note): any implementation of
 * that checks it too.
 */
export interface SignedNote {
  /** Ends with a newline and holds no empty line. */
  readonly text: string;
  readonly signature: string;
}

const ed25519 = 1;
const spkiHead = Buffer.from('302a300506032b6570032100', 'hex');

const rawOf = (key: KeyObject): Buffer =>
  key.export({ type: 'spki', format: 'der' }).subarray(spkiHead.length);
const keyId = (name: string, raw: Buffer): Buffer =>
  createHash('sha256').update(`${name}\n`).update(Buffer.of(ed25519)).update(raw).digest().subarray(0, 4);

/** Who signs: the name that stands in the signature's line, and the public key. */
export interface NoteVerifier {
  readonly name: string;
  readonly publicKey: KeyObject;
}

/** The verifier's line as C2SP writes it: name+key id+key. */
export function verifierLine({ name, publicKey }: NoteVerifier): string {
  const raw = rawOf(publicKey);
  return `${name}+${keyId(name, raw).toString('hex')}+${Buffer.concat([Buffer.of(ed25519), raw]).toString('base64')}`;
}

/** @throws RangeError for a line that is no Ed25519 verifier */
export function readVerifierLine(line: string): NoteVerifier {
  const [, name, id, key] = /^([^\s+]+)\+([0-9a-f]{8})\+(\S+)$/.exec(line.trim()) ?? [];
  const bytes = Buffer.from(key ?? '', 'base64');
  const raw = bytes.subarray(1);
  if (
    name === undefined ||
    bytes.length !== 33 ||
    bytes[0] !== ed25519 ||
    keyId(name, raw).toString('hex') !== id
  )
    throw new RangeError('This is no public key of checkpoints.');
  return {
    name,
    publicKey: createPublicKey({ key: Buffer.concat([spkiHead, raw]), format: 'der', type: 'spki' }),
  };
}

export function signNote(text: string, name: string, privateKey: KeyObject): SignedNote {
  const raw = rawOf(createPublicKey(privateKey));
  return {
    text,
    signature: `— ${name} ${Buffer.concat([keyId(name, raw), sign(null, Buffer.from(text), privateKey)]).toString('base64')}`,
  };
}

/** Whether this verifier signed exactly this text. */
export function isSignedBy({ text, signature }: SignedNote, { name, publicKey }: NoteVerifier): boolean {
  const [, by, encoded] = /^— (\S+) (\S+)$/.exec(signature) ?? [];
  const bytes = Buffer.from(encoded ?? '', 'base64');
  return (
    by === name &&
    bytes.length === 68 &&
    bytes.subarray(0, 4).equals(keyId(name, rawOf(publicKey))) &&
    verify(null, Buffer.from(text), publicKey, bytes.subarray(4))
  );
}

/** As it stands in a file: text, empty line, signature, empty line. */
export function noteText({ text, signature }: SignedNote): string {
  return `${text}\n${signature}\n\n`;
}

/** Takes notes out of lines, one after the other; what is no whole note is given as it stands, with no signature. */
export function* notesOf(lines: Iterable<string>): Generator<SignedNote> {
  let text = '';
  let isBody = true;
  for (const line of lines) {
    if (isBody && line !== '') text += `${line}\n`;
    else if (isBody && text !== '') isBody = false;
    else if (!isBody) {
      if (line !== '') yield { text, signature: line };
      else if (text !== '') yield { text, signature: '' };
      [text, isBody] = ['', true];
    }
  }
  if (text !== '') yield { text, signature: '' };
}
