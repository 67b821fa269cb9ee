import { hash, verify } from '@node-rs/argon2';
import { blockedWords } from './blocked-words.js';

/** OWASP Password Storage Cheat Sheet (2025): argon2id with 19 MiB, two passes, one lane; 2 is argon2id. */
const cost = { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1, outputLen: 32 } as const;
const shortest = 15;
const longest = 128;

/** A hash of nobody's password, verified for unknown names so that they take the same time. */
const nobodys = hash('nobody has this password, and nobody can', cost);

export type PasswordFault = 'tooShort' | 'tooLong' | 'tooCommon';

/** The argon2id hash (PHC string) of a password. */
export async function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFKC'), cost);
}

/** Whether a password belongs to a hash; without a hash it takes the same time and says no. */
export async function verifyPassword(kept: string | null, password: string): Promise<boolean> {
  const right = await verify(kept ?? (await nobodys), password.normalize('NFKC'));
  return right && kept !== null;
}

/**
 * Why a password is not taken, or undefined. Length decides; there are no rules of composition (NIST SP
 * 800-63B §3.1.1.2).
 * `tooCommon`: what is left without blocked words, the person's own names, digits, signs and repetition is too little.
 * @param names sign-in name, display name, and what else is known of the person
 */
export function passwordFault(password: string, names: readonly string[]): PasswordFault | undefined {
  const text = password.normalize('NFKC');
  const { length } = [...text];
  if (length < shortest) return 'tooShort';
  if (length > longest) return 'tooLong';
  if (isRepetition(text) || new Set(text.toLowerCase()).size < 6) return 'tooCommon';
  const own = names.flatMap((name) => plain(name).split(/[^\p{L}]+/u)).filter((word) => word.length >= 3);
  let rest = plain(text);
  for (const word of [...own, ...blockedWords].sort((a, b) => b.length - a.length))
    rest = rest.replaceAll(word, ' ');
  const letters = rest.match(/\p{L}/gu) ?? [];
  // A password without letters is judged by its digits and signs: long runs of dates and counts are what is
  // tried first.
  const signs = text.match(/[^\p{L}\p{N}\s]/gu) ?? [];
  return letters.length < 5 && new Set(signs).size < 5 ? 'tooCommon' : undefined;
}

/** Lower case, without accents, and with the usual digits and signs for letters turned back. */
function plain(text: string): string {
  const turned: Readonly<Record<string, string>> = {
    0: 'o',
    1: 'i',
    3: 'e',
    4: 'a',
    5: 's',
    7: 't',
    '@': 'a',
    $: 's',
    '!': 'i',
  };
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/(?<=\p{L})[013457@$!](?=\p{L})/gu, (sign) => turned[sign] ?? sign);
}

function isRepetition(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period += 1) {
    if (
      text ===
      text
        .slice(0, period)
        .repeat(Math.ceil(text.length / period))
        .slice(0, text.length)
    )
      return true;
  }
  return false;
}
