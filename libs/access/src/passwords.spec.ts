import { describe, expect, it, test } from '@jest/globals';
import process from 'node:process';
import { hashPassword, passwordFault, verifyPassword } from './passwords.js';

describe('a password', () => {
  it.each([
    ['un ruisseau derrière la colline'],
    ['quatre lampes vertes au grenier'],
    ['my neighbour paints fences'],
    ['Zq8-vK2#pL9@xT4'],
    ['гроза над старым садом'],
    ['kettle drum and a wet umbrella'],
  ])('is taken: %s', (password) => {
    expect(passwordFault(password, ['amelie.roy', 'Amélie Roy'])).toBeUndefined();
  });

  it.each([
    ['tooShort', 'short phrase 12'.slice(0, 14)],
    ['tooShort', ''],
    ['tooLong', 'ab cd ef gh '.repeat(11)],
    ['tooCommon', 'passwordpassword'],
    ['tooCommon', 'Password123456789!'],
    ['tooCommon', 'P@ssw0rdP@ssw0rd1'],
    ['tooCommon', 'aaaaaaaaaaaaaaaaaa'],
    ['tooCommon', 'qwertyuiopasdfghjkl'],
    ['tooCommon', 'azertyuiopqsdfghjklm'],
    ['tooCommon', 'Motdepasse2026Ontario'],
    ['tooCommon', 'correct horse battery staple'],
    ['tooCommon', 'amelie.roy.2026.roy'],
    ['tooCommon', 'AmelieRoyAmelie99'],
    ['tooCommon', '123456789012345678'],
    ['tooCommon', 'SituationTable2026!!'],
    ['tooCommon', 'abcabcabcabcabcabc'],
    ['tooCommon', 'Bienvenue-Décembre-2026'],
  ])('is refused as %s: %s', (fault, password) => {
    expect(passwordFault(password, ['amelie.roy', 'Amélie Roy'])).toBe(fault);
  });

  it('counts characters, not code units', () => {
    expect(passwordFault('🌲🌊🔥🍂🌙⭐🌧🍄', [])).toBe('tooShort');
  });
});

test('a hash is argon2id, salted, and opens for its own password alone', async () => {
  const kept = await hashPassword('my neighbour paints fences');
  expect(kept).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(await hashPassword('my neighbour paints fences')).not.toBe(kept);
  expect(await verifyPassword(kept, 'my neighbour paints fences')).toBe(true);
  expect(await verifyPassword(kept, 'my neighbour paints fence')).toBe(false);
});

test('one spelling of an accent is as good as the other', async () => {
  expect(await verifyPassword(await hashPassword('derrière la colline'), 'derrie\u0300re la colline')).toBe(
    true,
  );
});

test('nobody has a password, and it takes as much work to say so', async () => {
  expect(await verifyPassword(null, 'nobody has this password, and nobody can')).toBe(false);
  const kept = await hashPassword('my neighbour paints fences');
  /** Processor time, in microseconds: what else the machine does weighs little on it. */
  const work = async (hash: string | null): Promise<number> => {
    const from = process.cpuUsage();
    await verifyPassword(hash, 'another phrase entirely');
    const { user, system } = process.cpuUsage(from);
    return user + system;
  };
  let [nobody, somebody] = [Infinity, Infinity];
  for (let round = 0; round < 12; round += 1) {
    nobody = Math.min(nobody, await work(null));
    somebody = Math.min(somebody, await work(kept));
  }
  expect(nobody / somebody).toBeGreaterThan(0.5);
  expect(nobody / somebody).toBeLessThan(2);
});
