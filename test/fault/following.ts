import { get } from 'node:http';
import type { Api, Person } from './installation.js';

/** An open event stream: what it was told so far. */
export interface Following {
  readonly kinds: string[];
  readonly ids: string[];
  close(): void;
}

/** Opens the event stream of a seat. @throws when the answer is not a stream */
export function follow(api: Pick<Api, 'port'>, person: Person): Promise<Following> {
  return new Promise((resolve, reject) => {
    const request = get(
      { host: '127.0.0.1', port: api.port, path: '/api/v1/events', agent: false, headers: person.headers },
      (response) => {
        if (response.statusCode !== 200) {
          reject(new Error(`no stream: ${response.statusCode}`));
          response.resume();
          return;
        }
        const following: Following = {
          kinds: [],
          ids: [],
          close: () => {
            request.destroy();
          },
        };
        let rest = '';
        response.on('data', (chunk: Buffer) => {
          const lines = (rest + chunk.toString()).split('\n');
          rest = lines.pop() ?? '';
          for (const line of lines) {
            if (line.startsWith('event: ')) following.kinds.push(line.slice(7));
            const id = /^data: \{"id":"([^"]+)"\}/.exec(line)?.[1];
            if (id !== undefined) following.ids.push(id);
          }
        });
        response.on('error', () => undefined);
        resolve(following);
      },
    );
    request.on('error', reject);
  });
}
