import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createWorld, type World } from '../world/world.js';
import { attempt } from '#domain/filters';
import { scopeOf } from '#domain/visibility';
import { drawn, firstOfToday, tier } from '#testing';
import { History, noFindings, theFirstWall, type FirstWall } from './histories.js';

const whole = 60;
const histories = drawn({ short: 3, full: 20, nightly: whole });
/** The short run plays the first ones; the others move on each day. */
const before = tier === 'short' ? 0 : firstOfToday(whole, histories);

let world: World;
beforeAll(async () => {
  world = await createWorld();
}, 60_000);
afterAll(async () => {
  await world.close();
});

describe('random histories', () => {
  it('both walls give the same verdict and reason, and every seat sees the rows that grants and story name', async () => {
    const findings = noFindings();
    for (let each = 0; each < histories; each++)
      await new History(world, ((before + each) % whole) + 1, findings).play(70, 14);
    expect(findings.disagreements).toEqual([]);
    expect(findings.cells).toBeGreaterThan((histories * 50_000) / whole);
    // Refused about as often as allowed, and for many reasons.
    expect(findings.refused).toBeGreaterThan(findings.allowed * 0.5);
    expect(findings.allowed).toBeGreaterThan(findings.refused * 0.2);
    expect(findings.reasons.size).toBeGreaterThan(15);
  }, 1_200_000);
});

/** A fault planted in one of the walls; `undo` takes it back. */
interface Mutant {
  readonly what: string;
  /** It shows in what is seen, not in a verdict. */
  readonly shows?: true;
  readonly wall?: FirstWall;
  readonly plant?: (world: World) => Promise<() => Promise<void>>;
}

/** Replaces the body of a function, and puts back what stood there. */
const instead =
  (name: string, change: (definition: string) => string) =>
  async ({ database }: World): Promise<() => Promise<void>> => {
    const [was] = await database.plant<{ definition: string }>(
      'select pg_get_functiondef($1::regproc) as definition',
      [name],
    );
    const faulty = change(was!.definition);
    if (faulty === was!.definition) throw new Error(`nothing was changed in ${name}`);
    await database.plant(faulty);
    return async () => {
      await database.plant(was!.definition);
    };
  };

/** Opens the permissive SELECT policies of a table to every seat at it. */
const opened =
  (table: string) =>
  async ({ database }: World): Promise<() => Promise<void>> => {
    const policies = await database.plant<{ name: string; condition: string }>(
      `select policyname as name, qual as condition from pg_policies where schemaname = 'app' and tablename = $1 and cmd = 'SELECT' and permissive = 'PERMISSIVE'`,
      [table],
    );
    if (policies.length === 0) throw new Error(`no policy on ${table}`);
    for (const { name } of policies)
      await database.plant(`alter policy ${name} on app.${table} using (true)`);
    return async () => {
      for (const { name, condition } of policies)
        await database.plant(`alter policy ${name} on app.${table} using (${condition})`);
    };
  };

const mutants: readonly Mutant[] = [
  { what: 'a policy that shows T3 without a disclosure', shows: true, plant: opened('tier3') },
  {
    what: 'a transition that asks nobody for their role',
    plant: instead('app.may_make', (definition) =>
      definition.replace(/\$function\$[\s\S]*\$function\$/, '$function$ begin return true; end $function$'),
    ),
  },
  {
    what: 'an assignment that takes T3 from nobody',
    plant: instead('app.assign', (definition) =>
      definition.replace(/perform app\.revoke_disclosures\([\s\S]*?'notNamed'\);/, ''),
    ),
  },
  {
    what: 'an assignment without the round closed',
    plant: async ({ database }) => {
      await database.plant(
        `update app.move set needs = array_remove(needs, 'roundClosed') where name = 'assign'`,
      );
      return async () => {
        await database.plant(
          `update app.move set needs = array_prepend('roundClosed', needs) where name = 'assign'`,
        );
      };
    },
  },
  {
    what: 'T4 for whoever is named',
    plant: instead('app.ask', (definition) =>
      definition.replace(
        '$function$',
        "$function$ select app.grant_disclosure(s, 4::smallint, p_agency, 'x', s.id, null);",
      ),
    ),
  },
  {
    what: 'a first wall that names the author to every seat',
    shows: true,
    wall: {
      ...theFirstWall,
      scopeOf: (group, stage, who) =>
        group === 'author' && who.includes('seated')
          ? scopeOf('header', stage, who)
          : scopeOf(group, stage, who),
    },
  },
  {
    what: 'a first wall that leaves a situation in planning when all have declined',
    wall: {
      ...theFirstWall,
      attempt: (name, facts, request, checked) => {
        const judged = attempt(name, facts, request, checked);
        return name === 'declineAssignment' && judged.allowed ? { allowed: true, to: facts.stage } : judged;
      },
    },
  },
];

describe('a fault that is planted in a wall is seen', () => {
  it.each(mutants.map((mutant) => [mutant.what, mutant] as const))(
    '%s',
    async (_, { wall, plant, shows }) => {
      const findings = noFindings();
      const undo = await plant?.(world);
      try {
        for (let seed = 101; seed <= 130 && findings.disagreements.length === 0; seed++)
          await new History(world, seed, findings, wall ?? theFirstWall).play(
            50,
            shows === true ? 10 : 50,
            1,
          );
      } finally {
        await undo?.();
      }
      expect(findings.disagreements.length).toBeGreaterThan(0);
    },
    300_000,
  );
});
