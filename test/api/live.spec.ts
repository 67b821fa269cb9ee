import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sessionCookieName } from '#access';
import { canary, move, takeTo } from '../world/situation.js';
import { body, createWorld, type Actor, type World } from '../world/world.js';

interface Told {
  readonly kind: string;
  readonly id: string | undefined;
  readonly data: { id?: string };
}

/** An open stream of one seat, with what it was told so far. */
class Listening {
  readonly told: Told[] = [];
  raw = '';
  lastId: string | undefined;
  constructor(private readonly message: IncomingMessage) {
    let rest = '';
    message.on('data', (chunk: Buffer) => {
      this.raw += chunk.toString();
      rest += chunk.toString();
      const blocks = rest.split('\n\n');
      rest = blocks.pop() ?? '';
      for (const block of blocks) this.hear(block);
    });
  }

  private hear(block: string): void {
    const field = (name: string): string | undefined =>
      block
        .split('\n')
        .find((line) => line.startsWith(`${name}: `))
        ?.slice(name.length + 2);
    const kind = field('event');
    if (kind === undefined) return;
    this.lastId = field('id') ?? this.lastId;
    this.told.push({ kind, id: field('id'), data: JSON.parse(field('data') ?? '{}') as { id?: string } });
  }

  about(id: string): Told[] {
    return this.told.filter((told) => told.data.id === id);
  }

  async until(condition: () => boolean, within = 3_000): Promise<number> {
    const begun = performance.now();
    while (!condition()) {
      if (performance.now() - begun > within) throw new Error('not told in time');
      await new Promise((resolve) => {
        setTimeout(resolve, 10);
      });
    }
    return performance.now() - begun;
  }

  close(): void {
    this.message.destroy();
  }
}

function listen(
  world: World,
  actor: Actor,
  lastEventId?: string,
): Promise<{ status: number; stream: Listening }> {
  const { port } = world.server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get(
      {
        port,
        host: '127.0.0.1',
        path: '/api/v1/events',
        headers: {
          cookie: `${sessionCookieName}=${actor.token}`,
          seat: actor.seatId,
          ...(lastEventId !== undefined && { 'last-event-id': lastEventId }),
        },
      },
      (message) => {
        resolve({ status: message.statusCode ?? 0, stream: new Listening(message) });
      },
    ).on('error', reject);
  });
}

const quiet = (): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, 700);
  });

describe('the stream of a table', () => {
  let world: World;
  beforeAll(async () => {
    world = await createWorld();
  });
  afterAll(async () => {
    await world.close();
  });

  it('tells a decision to every seat of the table, and to no other table', async () => {
    const story = await takeTo(world, 'deidentified');
    const [school, valley] = [
      await listen(world, world.actors.school),
      await listen(world, world.actors.valley),
    ];
    await school.stream.until(() => school.stream.told.length > 0);
    await world.actors.housing.post(`/situations/${story.id}/notes`, { text: canary.note });
    await school.stream.until(() => school.stream.about(story.id).length > 0);
    await quiet();
    expect(valley.stream.told.map(({ kind }) => kind)).toEqual(['ready']);
    expect(school.stream.raw).not.toContain(canary.note);
    school.stream.close();
    valley.stream.close();
  });

  it('follows a meeting: opened, put on the table, shaded', async () => {
    const { coordinator, school, valley } = world.actors;
    const story = await takeTo(world, 'deidentified');
    const [here, elsewhere] = [await listen(world, school), await listen(world, valley)];
    await here.stream.until(() => here.stream.told.length > 0);
    const [row] = await world.database.plant<{ at: Date }>('select sec.domain_now() as at');
    const { id } = body<{ id: string }>(
      await coordinator.post('/meetings', { kind: 'emergency', scheduledFor: row!.at.toISOString() }),
    );
    const changes = [
      () => coordinator.post(`/meetings/${id}/open`, {}, { ifMatch: 1 }),
      () => coordinator.put(`/meetings/${id}/card`, { situationId: story.id }, { ifMatch: 1 }),
      () => coordinator.post('/projector/shade', { on: true }),
      () => coordinator.post(`/meetings/${id}/close`, {}, { ifMatch: 2 }),
    ];
    for (const change of changes) {
      await quiet();
      const before = here.stream.about(id).length;
      body(await change());
      await here.stream.until(() => here.stream.about(id).length > before);
    }
    expect(elsewhere.stream.about(id)).toEqual([]);
    here.stream.close();
    elsewhere.stream.close();
  });

  it('does not move for an uninvolved agency when notes of the intervention are written, nor for the coordinator', async () => {
    const story = await takeTo(world, 'intervention');
    const seats = { housing: world.actors.housing, deputy: world.actors.deputy, school: world.actors.school };
    const streams = Object.fromEntries(
      await Promise.all(
        Object.entries(seats).map(async ([name, actor]) => [name, (await listen(world, actor)).stream]),
      ),
    ) as Record<keyof typeof seats, Listening>;
    for (const stream of Object.values(streams)) await stream.until(() => stream.told.length > 0);
    body(await world.actors.childServices.post(`/situations/${story.id}/tier4`, { text: canary.full }));
    await streams.school.until(() => streams.school.about(story.id).length > 0);
    await quiet();
    expect(streams.housing.about(story.id)).toEqual([]);
    expect(streams.deputy.about(story.id)).toEqual([]);
    await move(story, 'deputy', 'conclude', { reason: 'other.relocated', told: 'told', riskAfter: [] });
    await streams.housing.until(() => streams.housing.about(story.id).length > 0);
    for (const stream of Object.values(streams)) stream.close();
  });

  it('resumes where it broke, and refuses a place of another seat', async () => {
    const { school, health } = world.actors;
    const first = await listen(world, school);
    await first.stream.until(() => first.stream.lastId !== undefined);
    first.stream.close();
    const story = await takeTo(world, 'deidentified');
    const again = await listen(world, school, first.stream.lastId);
    await again.stream.until(() => again.stream.about(story.id).length > 0);
    expect((await listen(world, health, first.stream.lastId)).status).toBe(400);
    again.stream.close();
  });

  it('a read wakes nobody, and an ended session hears no more', async () => {
    const story = await takeTo(world, 'deidentified');
    const guest = await world.enter('guest', { persona: 'rep', table: 'harbour', agency: 'health' });
    const { stream } = await listen(world, guest);
    await stream.until(() => stream.told.length > 0);
    await quiet();
    const before = stream.told.length;
    await world.actors.police.get(`/situations/${story.id}/tier3`);
    await quiet();
    expect(stream.told.length).toBe(before);
    await world.database.plant('update sec.session set revoked_at = clock_timestamp() where user_id = $1', [
      guest.userId,
    ]);
    await world.actors.police.post(`/situations/${story.id}/notes`, { text: canary.note });
    await quiet();
    expect(stream.about(story.id)).toEqual([]);
  });
});
